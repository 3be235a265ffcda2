package org.customactions.web;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;
import static org.customactions.web.ConsoleWindow.field;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Full;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WindowType;

/** Who is signed in, by which token, and what that lets them do. */
@Full
@QuarkusTest
class ConsoleSessionBrowserTest extends ConsoleTest {

    private static final String SIGN_IN = ".sign-in[open]";
    private static final String CONFIRM = "console-confirm-dialog dialog[open]";
    private static final String TOKEN = "#token";
    private static final String SAVE = "[data-save]";
    private static final String REFUSED = """
            {"status":"error","message":"The token has expired","error_type":"unauthorized"}
            """;

    private UUID action;

    @BeforeEach
    void createAction() {
        action = buttons.webhook(
                "Create ticket", "https://api.example.com/", Map.of("headers", Map.of("X-Api-Key", "secret")));
    }

    /** The console as another configuration would have it. */
    private void servePageOf(String attribute) {
        var page = RestAssured.get("/console/");
        var other = page.asString().replace("<custom-actions-console>", "<custom-actions-console " + attribute + ">");
        console.gateway()
                .server()
                .stubFor(get(urlPathEqualTo("/console/"))
                        .willReturn(aResponse()
                                .withHeader("Content-Type", "text/html;charset=UTF-8")
                                .withHeader("Content-Security-Policy", page.header("Content-Security-Policy"))
                                .withBody(other)));
    }

    private void signIn(String token) {
        console.find(SIGN_IN);
        console.find(TOKEN).sendKeys(token, Keys.ENTER);
    }

    @Test
    void shouldAskForATokenAndKeepItInTheTab() {
        console.openSignedOut();

        signIn("Bearer " + manager());

        console.awaitNames("Create ticket");
        console.awaitGone(SIGN_IN);
        console.reload();
        console.awaitNames("Create ticket");
        assertThat(console.script("return localStorage.length + document.cookie.length"))
                .isEqualTo(0L);
    }

    @Test
    void shouldSayWhatIsNoToken() {
        console.openSignedOut();

        signIn("not a token");

        console.awaitText("#token-error", "This is not a token.");
        assertThat(console.calls("GET", ACTIONS)).isEmpty();
    }

    @Test
    void shouldTakeATokenFromTheFragmentAndRemoveItFromTheAddress() {
        open(action);

        console.awaitText(".page-title", "Create ticket");
        assertThat((String) console.script("return location.href")).endsWith("?action=" + action);
    }

    @Test
    void shouldAskBeforeALinkSignsInSomebodyElse() {
        var stranger =
                Tokens.manager(UUID.randomUUID()).claim("name", "Mallory").sign();
        open();
        console.awaitNames("Create ticket");

        console.open(stranger, "?from=link");
        console.awaitText(CONFIRM, "as Mallory");
        console.click("[data-stay]");
        console.awaitNames("Create ticket");

        console.open(stranger, "?from=another");
        console.awaitText(CONFIRM, "as Mallory");
        console.click("[data-go]");
        console.awaitNames();
    }

    @Test
    void shouldTakeATokenFromTheFragmentWhileThePageIsOpen() {
        console.openSignedOut();
        console.find(SIGN_IN);

        console.script("location.hash = arguments[0]", "token=" + manager());

        console.awaitNames("Create ticket");
        assertThat((String) console.script("return location.href")).endsWith("/console/");
        browser.navigate().back();
        await().untilAsserted(() ->
                assertThat((String) console.script("return location.href")).doesNotContain("token"));
    }

    @Test
    void shouldAskBeforeALinkSignsInSomebodyElseWhileThePageIsOpen() {
        var stranger =
                Tokens.manager(UUID.randomUUID()).claim("name", "Mallory").sign();
        open(action);
        console.awaitText(".page-title", "Create ticket");

        console.script("location.hash = arguments[0]", "token=" + stranger);

        console.awaitText(CONFIRM, "as Mallory");
        assertThat((String) console.script("return location.href")).endsWith("?action=" + action);
        console.click("[data-go]");
        console.awaitNames();
    }

    @Test
    void shouldKeepATokenNoLongerThanItLives() {
        open();
        console.awaitNames("Create ticket");
        console.script("sessionStorage.setItem('custom-actions.token', arguments[0])", expired());

        console.reload();

        console.find(SIGN_IN);
        console.script("location.hash = arguments[0]", "token=" + lastingSeconds(8));
        await().until(() -> console.script("return sessionStorage.length").equals(1L));
        await().until(() -> console.script("return sessionStorage.length").equals(0L));
    }

    private String expired() {
        return lastingSeconds(-1);
    }

    private String lastingSeconds(int seconds) {
        return Tokens.manager(buttons.organization())
                .claim("sub", "manager")
                .expiresIn(Duration.ofSeconds(seconds))
                .sign();
    }

    @Test
    void shouldSayWhoIsSignedInAndForWhom() {
        var user = UUID.randomUUID();
        var database = ServiceResource.database();
        database.execute("insert into organizations (id, name) values (?, 'Acme & Søns')", buttons.organization());
        database.execute(
                "insert into users (id, organization_id, full_name) values (?, ?, 'Grace Hopper')",
                user,
                buttons.organization());

        console.open(
                Tokens.manager(buttons.organization())
                        .claim("sub", user.toString())
                        .sign(),
                "");

        console.awaitText("[data-who]", "Grace Hopper");
        console.awaitText("[data-organization]", "Acme & Søns");
        console.click("[aria-label='Sign out']");
        console.find(SIGN_IN);
        assertThat(console.seen("[data-who]")).isEmpty();
    }

    @Test
    void shouldSignInAtTheChatProductAndComeBack() {
        servePageOf("sign-in-url=\"../login?next={return_to}\"");
        serveSignIn();
        browser.get(console.gateway().url("/console/?action=" + action));

        console.click("[data-sign-in]");

        console.awaitText(".page-title", "Create ticket");
        assertThat((String) console.script("return location.href")).endsWith("/console/?action=" + action);
        assertThat(console.calls("GET", "/login"))
                .singleElement()
                .satisfies(request -> assertThat(request.queryParameter("next").firstValue())
                        .isEqualTo(console.gateway().url("/console/?action=" + action)));
    }

    @Test
    void shouldSignInAgainInAnotherTabWithoutLosingWhatWasTyped() {
        servePageOf("sign-in-url=\"../login\"");
        open(action);
        console.type(field("name"), "Typed before");
        var refused = console.gateway()
                .server()
                .stubFor(put(ACTIONS + "/" + action).willReturn(okJson(REFUSED).withStatus(401)));
        console.click(SAVE);
        console.awaitText(SIGN_IN, "Nothing you typed is lost");
        console.gateway().server().removeStub(refused);
        serveSignIn();

        console.click("[data-sign-in]");

        console.awaitNotice("Saved");
        stored(action).body("data.name", is("Typed before"));
        closeOtherTabs();
    }

    /** A page of the chat product, which hands out a token at once. */
    private void serveSignIn() {
        var page = """
                <!doctype html><script>
                const query = new URLSearchParams(location.search);
                location.replace((query.get('next') ?? query.get('return_to')) + '#token=%s');
                </script>""".formatted(manager());
        console.gateway()
                .server()
                .stubFor(get(urlPathEqualTo("/login"))
                        .willReturn(aResponse()
                                .withHeader("Content-Type", "text/html")
                                .withBody(page)));
    }

    @Test
    void shouldForgetTheTokenOnSigningOut() {
        open();
        console.awaitNames("Create ticket");

        console.click("[aria-label='Sign out']");

        console.find(SIGN_IN);
        assertThat(console.names()).isEmpty();
        assertThat(console.script("return sessionStorage.length")).isEqualTo(0L);
    }

    @Test
    void shouldShareTheSessionWithANewTabUntilOneSignsOut() {
        open();
        console.awaitNames("Create ticket");

        var address = console.script("return location.origin + location.pathname") + "?action=" + action;
        browser.switchTo().newWindow(WindowType.TAB);
        browser.get(address);

        console.awaitText(".page-title", "Create ticket");
        console.click("[aria-label='Sign out']");
        console.find(SIGN_IN);
        switchToOtherTab();

        console.find(SIGN_IN);
        assertThat(console.script("return sessionStorage.length")).isEqualTo(0L);
        console.reload();
        console.find(SIGN_IN);
        closeOtherTabs();
    }

    @Test
    void shouldAskForAnotherTokenWithoutLosingWhatWasTyped() {
        open(action);
        console.type(field("name"), "Typed before");
        console.gateway()
                .server()
                .stubFor(put(ACTIONS + "/" + action).willReturn(okJson(REFUSED).withStatus(401)));
        console.click(SAVE);
        console.awaitText(SIGN_IN, "Nothing you typed is lost");
        console.restore();

        signIn(manager());

        console.awaitNotice("Saved");
        stored(action).body("data.name", is("Typed before"));
        assertThat(console.find(field("name")).getAttribute("value")).isEqualTo("Typed before");
    }

    @Test
    void shouldLetAnAgentChangeNothingWhoSignsInAfterAManager() {
        open(action);
        console.type(field("name"), "Typed before");
        console.answerCallsWith(aResponse().withStatus(401).withBody(REFUSED));
        console.script("document.dispatchEvent(new Event('visibilitychange'))");
        console.awaitText(SIGN_IN, "Nothing you typed is lost");
        console.restore();

        signIn(buttons.agent());

        console.awaitText("[data-read-only]", "Read-only");
        console.awaitGone(SAVE);
    }

    @Test
    void shouldShowAgentsNoConfigAndLetThemChangeNothing() {
        console.open(buttons.agent(), "?action=" + action);
        console.awaitText("[data-read-only]", "Read-only");

        assertThat(console.find(field("name")).getAttribute("readonly")).isEqualTo("true");
        assertThat(
                        console.seen(
                                "[data-field^=config], [data-new], [data-save], [data-delete], .switch, .grip, .preview, #tab-history"))
                .isEmpty();
        assertThat(console.find("#tab-try").isDisplayed()).isTrue();
    }

    @Test
    void shouldLetAnAgentCreateNothingByAddress() {
        console.open(buttons.agent(), "?new");

        console.awaitText(".page .empty", "Only managers can create actions.");
    }

    @Test
    void shouldSignInWithATokenOfTheDemo() {
        servePageOf("demo-token=\"../demo/token\"");
        console.gateway()
                .server()
                .stubFor(get(urlPathEqualTo("/demo/token")).willReturn(okJson("{\"token\":\"" + manager() + "\"}")));
        console.openSignedOut();

        console.click("[data-demo=manager]");

        console.awaitNames("Create ticket");
        console.awaitCalls("GET", "/demo/token", 1);
    }
}
