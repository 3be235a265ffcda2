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

/** Says of every operation what all have in common: the errors, in their envelope, and the headers. */
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
        describeHeaders(operation);
        errorsByStatus().forEach((status, types) -> {
            var code = Integer.toString(status);
            if (!operation.getResponses().hasAPIResponse(code)
                    || isBare(operation.getResponses().getAPIResponse(code))) {
                operation.getResponses().addAPIResponse(code, error(types));
            }
        });
        operation
                .getResponses()
                .getAPIResponses()
                .values()
                .forEach(answer -> answer.addHeader(RequestIds.HEADER, requestId()));
    }

    /** Statuses and headers that no signature of a method can tell. */
    private static void describeHeaders(Operation operation) {
        var responses = operation.getResponses();
        if ("createCustomAction".equals(operation.getOperationId())) {
            var created = responses.getAPIResponse("200");
            responses.removeAPIResponse("200");
            responses.addAPIResponse(
                    "201",
                    created.description("Created")
                            .addHeader("Location", header("Path of the action", SchemaType.STRING)));
        }
        if ("executeCustomAction".equals(operation.getOperationId())) {
            responses.addAPIResponse(
                    "409",
                    error(List.of(ErrorType.CONFLICT))
                            .addHeader(
                                    "Retry-After", header("Seconds to wait before the next try", SchemaType.INTEGER)));
        }
        if ("listCustomActions".equals(operation.getOperationId())) {
            responses.getAPIResponse("200").addHeader("ETag", header("Tag of this list", SchemaType.STRING));
            responses.addAPIResponse(
                    "304", OASFactory.createAPIResponse().description("Not changed since the tag in If-None-Match"));
        }
    }

    /** What the framework documents of its own accord, such as a 401, has no body. */
    private static boolean isBare(APIResponse response) {
        return response.getContent() == null;
    }

    private static Map<Integer, List<ErrorType>> errorsByStatus() {
        return Arrays.stream(ErrorType.values())
                .collect(Collectors.groupingBy(ErrorType::status, TreeMap::new, Collectors.toList()));
    }

    private static APIResponse error(List<ErrorType> types) {
        var names = types.stream().map(ErrorType::wireName).collect(Collectors.joining(" or "));
        var response = OASFactory.createAPIResponse()
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
