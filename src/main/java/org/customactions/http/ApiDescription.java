package org.customactions.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.customactions.api.ErrorType;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Adds to every operation what all have in common: the errors in their envelope, and the headers. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {

    private static final String JSON = "application/json";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getPaths()
                .getPathItems()
                .values()
                .forEach(path -> path.getOperations().values().forEach(ApiDescription::complete));
    }

    private static void complete(Operation operation) {
        var answers = operation.getResponses();
        errorsByStatus().forEach((status, types) -> {
            var code = Integer.toString(status);
            var known = answers.getAPIResponse(code);
            if (known == null || isBare(known)) {
                answers.addAPIResponse(code, error(types, known));
            }
        });
        answers.getAPIResponses().values().forEach(answer -> answer.addHeader(RequestIds.HEADER, requestId()));
    }

    /**
     * A response has no body if the framework documents it by itself, such as a 401, or a method only for its header.
     */
    private static boolean isBare(APIResponse response) {
        return response.getContent() == null;
    }

    private static Map<Integer, List<ErrorType>> errorsByStatus() {
        return Arrays.stream(ErrorType.values())
                .collect(Collectors.groupingBy(ErrorType::status, TreeMap::new, Collectors.toList()));
    }

    private static APIResponse error(List<ErrorType> types, APIResponse known) {
        var names = types.stream().map(ErrorType::wireName).collect(Collectors.joining(" or "));
        var response = OASFactory.createAPIResponse()
                .headers(known == null ? null : known.getHeaders())
                .description(names)
                .content(OASFactory.createContent()
                        .addMediaType(
                                JSON,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/ErrorEnvelope"))));
        if (types.contains(ErrorType.TOO_MANY_REQUESTS) || types.contains(ErrorType.UNAVAILABLE)) {
            response.addHeader("Retry-After", header("Seconds to wait before the next try", SchemaType.INTEGER));
        }
        if (types.contains(ErrorType.METHOD_NOT_ALLOWED)) {
            response.addHeader("Allow", header("Methods of this path", SchemaType.STRING));
        }
        return response;
    }

    private static Header requestId() {
        return header("Id of the request, also in the logs", SchemaType.STRING);
    }

    private static Header header(String description, SchemaType type) {
        return OASFactory.createHeader()
                .description(description)
                .required(true)
                .schema(OASFactory.createSchema().addType(type));
    }
}
