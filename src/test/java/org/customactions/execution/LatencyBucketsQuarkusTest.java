package org.customactions.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Metrics;
import org.customactions.support.Tokens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What percentiles over all replicas are computed from. */
@QuarkusTest
class LatencyBucketsQuarkusTest {

    @TestHTTPResource(value = "/", management = true)
    URI management;

    private final UUID organization = UUID.randomUUID();

    @ParameterizedTest
    @ValueSource(strings = {"http_server_requests_seconds", "custom_actions_executions_seconds"})
    void shouldCountByDuration(String timer) {
        var action = Api.createAction(organization, "url", Map.of("url", "https://example.com"));
        var contact = Api.createContact(organization, Map.of());

        Api.execute(Tokens.agent(organization).sign(), action, contact).statusCode(200);

        assertThat(new Metrics(management).labels(timer + "_bucket", "le"))
                .contains("0.005", "0.25", "10.0", "+Inf")
                .hasSize(12);
    }
}
