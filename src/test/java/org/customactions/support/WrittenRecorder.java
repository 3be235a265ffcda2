package org.customactions.support;

import io.quarkus.test.common.PropertyTestUtil;
import io.quarkus.test.common.http.TestHTTPResourceManager;
import io.quarkus.test.junit.callback.QuarkusTestAfterAllCallback;
import io.quarkus.test.junit.callback.QuarkusTestContext;
import io.restassured.RestAssured;
import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Keeps what the service has written elsewhere than into its log, once a class of tests in the running service is
 * through: its metrics, its description, and the rows that hold no secret by design.
 */
public final class WrittenRecorder implements QuarkusTestAfterAllCallback {

    /** Actions hold secrets, and other rows what tests put there; redirects have URLs of customers in them. */
    private static final String ROWS = """
            select 'execution ' || e::text as line from custom_action_executions e
            union all select 'change ' || c::text from custom_action_changes c
            union all select 'key ' || k::text from custom_action_keys k
            union all select 'redirect ' || token_hash from redirect_tokens
            """;

    private static final Pattern MANAGEMENT =
            Pattern.compile("anagement interface listening on:? (https?://\\S+?:\\d+)");

    /** Each service has a copy of this class. */
    private static boolean described;

    @Override
    public void afterAll(QuarkusTestContext context) {
        Written.add(Written.METRICS, get(management().resolve("/q/metrics")));
        if (!described) {
            Written.add(
                    Written.OPENAPI,
                    get(URI.create(TestHTTPResourceManager.getUri()).resolve("/q/openapi")));
            described = true;
        }
        ServiceResource.database().query(ROWS).forEach(row -> Written.add(Written.ROWS, (String) row.get("line")));
    }

    /** That of a package is told by nothing but its log. */
    private static URI management() {
        if (!Written.isOfPackage()) {
            return URI.create(TestHTTPResourceManager.getManagementUri());
        }
        var announced = MANAGEMENT.matcher(Written.copy(Path.of(PropertyTestUtil.getLogFileLocation())));
        if (!announced.find()) {
            throw new AssertionError("The service has not announced its management interface");
        }
        return URI.create(announced.group(1));
    }

    private static String get(URI uri) {
        return RestAssured.get(uri).then().statusCode(200).extract().asString();
    }
}
