package org.customactions.support;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Checks every response under {@code /api} against the OpenAPI document of the service that gave it: the status, the
 * media type, the required headers and the body must be documented for the operation, and properties that the document
 * does not name must not be there. A call that is not documented must be an error in the shape of the schema
 * {@code ErrorEnvelope}. A difference is an {@link AssertionError}.
 */
public final class OpenApiConformance implements Filter {
    private static final String ERROR_SCHEMA = "ErrorEnvelope";
    private static final Map<String, OpenApiDocument> DOCUMENTS = new ConcurrentHashMap<>();

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response response = context.next(request, expected);
        URI uri = URI.create(request.getURI());
        if (uri.getRawPath().equals("/api") || uri.getRawPath().startsWith("/api/")) {
            check(request.getMethod(), uri, response);
        }
        return response;
    }

    private static void check(String method, URI uri, Response response) {
        OpenApiDocument document =
                DOCUMENTS.computeIfAbsent(uri.getScheme() + "://" + uri.getRawAuthority(), OpenApiConformance::fetch);
        List<String> differences = document.operation(method, uri.getRawPath())
                .map(operation -> documented(document, operation, method, response))
                .orElseGet(() -> undocumented(document, method, response));
        if (!differences.isEmpty()) {
            throw new AssertionError("%s %s answered %d and does not match the OpenAPI document:\n- %s"
                    .formatted(method, uri.getRawPath(), response.statusCode(), String.join("\n- ", differences)));
        }
    }

    private static List<String> documented(
            OpenApiDocument document, JsonNode operation, String method, Response response) {
        Optional<JsonNode> documented = document.response(operation, response.statusCode());
        if (documented.isEmpty()) {
            return List.of("the status is not documented; the body was: " + response.asString());
        }
        List<String> differences = new ArrayList<>(missingHeaders(document, documented.get(), response));
        if (!method.equals("HEAD")) {
            differences.addAll(body(document, documented.get(), response));
        }
        return differences;
    }

    private static List<String> missingHeaders(OpenApiDocument document, JsonNode documented, Response response) {
        List<String> differences = new ArrayList<>();
        documented.path("headers").properties().forEach(header -> {
            boolean required =
                    document.resolve(header.getValue()).path("required").asBoolean();
            if (required && !response.headers().hasHeaderWithName(header.getKey())) {
                differences.add("the header " + header.getKey() + " is missing");
            }
        });
        return differences;
    }

    private static List<String> body(OpenApiDocument document, JsonNode documented, Response response) {
        boolean promised = !documented.path("content").isEmpty();
        if (response.asByteArray().length == 0) {
            return promised ? List.of("the body is missing") : List.of();
        }
        String contentType = mediaType(response);
        Optional<JsonNode> content = document.content(documented, contentType);
        if (content.isEmpty()) {
            return List.of("a body of the content type '" + contentType + "' is not documented");
        }
        return isJson(contentType)
                ? document.differences(content.get().path("schema"), response.asString())
                : List.of();
    }

    private static List<String> undocumented(OpenApiDocument document, String method, Response response) {
        if (response.statusCode() < 400) {
            return List.of("the operation is not documented");
        }
        if (method.equals("HEAD")) {
            return List.of();
        }
        if (!isJson(mediaType(response))) {
            return List.of("an error must be JSON but is '" + response.contentType() + "'");
        }
        return document.differences(document.component(ERROR_SCHEMA), response.asString());
    }

    private static String mediaType(Response response) {
        String contentType = response.contentType() == null ? "" : response.contentType();
        return contentType.replaceAll(";.*", "").trim().toLowerCase(Locale.ROOT);
    }

    private static boolean isJson(String mediaType) {
        return mediaType.equals("application/json") || mediaType.endsWith("+json");
    }

    private static OpenApiDocument fetch(String origin) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(origin + "/q/openapi?format=json"))
                .build();
        try {
            HttpResponse<String> response =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new AssertionError(request.uri() + " answered " + response.statusCode());
            }
            return OpenApiDocument.parse(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(request.uri() + " cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while reading " + request.uri(), e);
        }
    }
}
