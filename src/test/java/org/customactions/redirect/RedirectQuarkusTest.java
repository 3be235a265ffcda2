package org.customactions.redirect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Concurrently;
import org.customactions.support.Patience;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RedirectQuarkusTest {

    private static final String PATH = "/api/custom-actions/redirect/";
    private static final String URL = "https://crm.example.com/contact?q=%2B1%20555";
    private static final String OVER = "Invalid or expired redirect token";

    @Test
    void shouldRedirectOnceWithoutAuthentication() {
        String path = issue();

        Api.anonymous()
                .get(path)
                .then()
                .statusCode(302)
                .header("Location", URL)
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .body(is(""));
        assertOver(Api.anonymous().get(path).then());
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-a-token", "a.b.c", ""})
    void shouldNotMindATokenOfACallerThatIsNoneOfOurs(String bearer) {
        Api.as(bearer).get(issue()).then().statusCode(302).header("Location", URL);
    }

    @Test
    void shouldRedirectExactlyOneOfManyAtOnce() {
        String path = issue();

        List<Integer> statuses = Concurrently.times(
                24, Patience.LIMIT, i -> Api.anonymous().get(path).statusCode());

        assertThat(statuses).containsOnly(302, 404);
        assertThat(statuses).filteredOn(status -> status == 302).hasSize(1);
    }

    @Test
    void shouldRedirectNoMoreOnceItHasExpired() {
        String path = issue();
        int moved = ServiceResource.database()
                .execute(
                        "update redirect_tokens set expires_at = now() - interval '1 millisecond' where token_hash = ?",
                        hash(path));
        assertThat(moved).isEqualTo(1);

        assertOver(Api.anonymous().get(path).then());
    }

    @Test
    void shouldLiveForThirtySeconds() {
        String path = issue();

        Number seconds = ServiceResource.database()
                .queryValue(
                        Number.class,
                        "select extract(epoch from expires_at - now()) from redirect_tokens where token_hash = ?",
                        hash(path));
        assertThat(seconds.doubleValue()).isBetween(15.0, 30.0);
    }

    @Test
    void shouldNotUseATokenUpForAPreview() {
        String path = issue();

        Api.anonymous()
                .head(path)
                .then()
                .statusCode(405)
                .header("Allow", containsString("GET"))
                .header("Location", (String) null);
        Api.anonymous().get(path).then().statusCode(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void shouldRefuseAnyOtherMethodAndKeepTheToken(String method) {
        String path = issue();

        Api.anonymous().request(method, path).then().statusCode(405).body("error_type", is("method_not_allowed"));
        Api.anonymous().get(path).then().statusCode(302);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unknown",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "%27%20or%201%3D1%20--",
                "00000000-0000-0000-0000-000000000000"
            })
    void shouldNotKnowATokenThatWasNeverIssued(String token) {
        assertOver(Api.anonymous().urlEncodingEnabled(false).get(PATH + token).then());
    }

    @Test
    void shouldNotTakeTheStoredHashForAToken() {
        assertOver(Api.anonymous().get(PATH + hash(issue())).then());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"})
    void shouldAnswerABrowserWithAPage(String accept) {
        Api.anonymous()
                .accept(accept)
                .get(PATH + "unknown")
                .then()
                .statusCode(404)
                .header("Content-Type", startsWith("text/html"))
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .body(containsString(OVER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "*/*", "application/json"})
    void shouldRedirectWhateverIsAccepted(String accept) {
        Api.anonymous().accept(accept).get(issue()).then().statusCode(302).header("Location", URL);
    }

    private static String issue() {
        UUID organization = UUID.randomUUID();
        UUID action = Api.createAction(organization, "url", Map.of("url", URL));
        UUID contact = Api.createContact(organization, Map.of());
        return Api.execute(Tokens.agent(organization).sign(), action, contact)
                .statusCode(200)
                .extract()
                .path("data.redirect_url");
    }

    private static void assertOver(ValidatableResponse response) {
        response.statusCode(404)
                .header("Location", (String) null)
                .header("Cache-Control", "no-store")
                .body("status", is("error"))
                .body("error_type", is("not_found"))
                .body("message", is(OVER))
                .body("$", not(hasKey("errors")));
    }

    static String hash(String path) {
        try {
            byte[] token = path.substring(PATH.length()).getBytes(StandardCharsets.US_ASCII);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
