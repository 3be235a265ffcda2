package org.customactions.support;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenApiConformanceTest {
    private static final String BUTTON = """
            {"id":"0b9c1c5e-5a39-4c3b-8e5a-6f1c2d3e4f50","created_at":"2024-01-01T00:00:00Z",
             "config":{"url":"https://example.com","open":true},"free":{"any":[1]},"extra":null}""";
    private static final String ERROR = "{\"status\":\"error\",\"message\":\"No\",\"errors\":[{\"field\":\"f\"}]}";

    private final Receiver service = Receiver.start();

    @BeforeEach
    void document() throws IOException {
        try (InputStream json = getClass().getResourceAsStream("/openapi-conformance.json")) {
            String document = new String(json.readAllBytes(), StandardCharsets.UTF_8);
            service.server()
                    .stubFor(get(urlPathEqualTo("/q/openapi")).atPriority(1).willReturn(okJson(document)));
        }
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void shouldPassADocumentedResponseAndLeaveItReadable() {
        answers(okJson(BUTTON).withHeader("ETag", "\"1\""));

        Response response = call("GET", "/api/buttons/7?x=%7B");

        assertThat(response.<String>path("config.url")).isEqualTo("https://example.com");
        assertThat(response.asString()).isEqualTo(BUTTON);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "extra":null              | "secret":1            | 'secret'
            "open":true               | "code":"x"            | config
            "2024-01-01T00:00:00Z"    | "yesterday"           | created_at
            "0b9c1c5e-5a39            | "0b9c1c5e!5a39        | uuid
            "extra":null              | "extra":"x"           | extra
            "any":[1]                 | "named":{"y":1}       | y
            "url":"https              | "ur":"https           | url
            """)
    void shouldRefuseABodyThatDiffersFromTheSchema(String part, String replacement, String named) {
        answers(okJson(BUTTON.replace(part, replacement)).withHeader("ETag", "\"1\""));

        assertThatThrownBy(() -> call("GET", "/api/buttons/7"))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("GET /api/buttons/7 answered 200 and does not match the OpenAPI document:")
                .hasMessageContaining(named);
    }

    @Test
    void shouldRefuseAResponseWithoutARequiredHeader() {
        answers(okJson(BUTTON));

        assertDiffers("GET", "/api/buttons/7", "the header ETag is missing");
    }

    @Test
    void shouldRefuseAStatusThatIsNotDocumented() {
        answers(aResponse().withStatus(202));

        assertDiffers("GET", "/api/buttons/7", "the status is not documented");
    }

    @Test
    void shouldRefuseAMediaTypeThatIsNotDocumented() {
        answers(aResponse()
                .withHeader("ETag", "1")
                .withHeader("Content-Type", "text/html; charset=UTF-8")
                .withBody("<p>"));

        assertDiffers("GET", "/api/buttons/7", "'text/html' is not documented");
    }

    @Test
    void shouldRefuseAMissingBody() {
        answers(aResponse().withHeader("ETag", "1"));

        assertDiffers("GET", "/api/buttons/7", "the body is missing");
    }

    @Test
    void shouldRefuseABodyWhereNoneIsDocumented() {
        answers(aResponse().withStatus(304).withHeader("Location", "/"));
        call("GET", "/api/buttons/7");

        answers(okJson("{}"));

        assertDiffers("DELETE", "/api/buttons/7", "content type 'application/json' is not documented");
    }

    @Test
    void shouldPreferALiteralSegmentOverAParameter() {
        answers(okJson("[\"a\"]"));

        call("GET", "/api/buttons/order");

        answers(okJson("[1]"));
        assertDiffers("GET", "/api/buttons/order", "/0: integer found, string expected");
    }

    @Test
    void shouldTakeARangeOfStatusesAndFollowAReferencedResponse() {
        answers(okJson(ERROR).withStatus(422));

        call("GET", "/api/buttons/7");

        answers(okJson(ERROR.replace("\"field\"", "\"stack\"")).withStatus(422));
        assertDiffers("GET", "/api/buttons/7", "stack");
    }

    @Test
    void shouldAskForTheErrorEnvelopeWhereNothingIsDocumented() {
        answers(okJson(ERROR).withStatus(404));
        call("GET", "/api/unknown");
        call("PATCH", "/api/buttons/7");

        answers(aResponse().withStatus(404).withBody("Not found").withHeader("Content-Type", "text/plain"));

        assertDiffers("GET", "/api/unknown", "an error must be JSON but is 'text/plain'");
        answers(okJson("{}").withStatus(404));
        assertDiffers("GET", "/api/unknown", "status");
        answers(okJson("{}"));
        assertDiffers("GET", "/api/unknown", "the operation is not documented");
    }

    @Test
    void shouldCheckNoBodyOfAHeadRequest() {
        answers(aResponse().withStatus(405));

        assertThat(call("HEAD", "/api/buttons/7").statusCode()).isEqualTo(405);
    }

    @Test
    void shouldIgnorePathsOutsideTheApi() {
        answers(aResponse().withStatus(500));

        assertThat(call("GET", "/apis").statusCode()).isEqualTo(500);
    }

    private void answers(ResponseDefinitionBuilder response) {
        service.server().stubFor(any(anyUrl()).atPriority(5).willReturn(response));
    }

    private Response call(String method, String path) {
        return given().filter(new OpenApiConformance())
                .urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .request(method, service.url(path));
    }

    private void assertDiffers(String method, String path, String difference) {
        assertThatThrownBy(() -> call(method, path))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(difference);
    }
}
