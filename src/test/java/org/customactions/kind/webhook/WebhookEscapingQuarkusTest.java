package org.customactions.kind.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.customactions.execution.Clicks;
import org.customactions.execution.Hook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No contact's name can break out of its place: the receiver reads exactly that name and nothing else. */
@QuarkusTest
public class WebhookEscapingQuarkusTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAME = "{{contact.name}}";

    private final Clicks clicks = new Clicks();
    private final Hook hook = Hook.start();

    static List<String> hostileNames() {
        return List.of(
                "\"}, \"admin\": true, \"x\": {\"y\": \"",
                "it's 'quoted'",
                "back\\slash\\",
                "two\nlines",
                "Ada\r\nX-Injected: yes\r\n\r\n{\"smuggled\":1}",
                "</x><admin/><!-- ]]> -->",
                "a=1&admin=true;b",
                "1+1 = 2",
                "100%41%0d%0a%",
                "../../admin?x=1#y",
                "😀 Zoë 李",
                "user\u202Etxt.exe",
                "{{user.email}} {{{contact.phone_number}}} {{#contact}}",
                "line\u2028paragraph\u2029end",
                "bell\u0007 escape\u001b[31m delete\u007f next\u0085line");
    }

    @ParameterizedTest
    @MethodSource("hostileNames")
    void shouldKeepANameInsideItsJsonString(String name) throws Exception {
        click(name, "application/json", "{\"name\": \"" + NAME + "\", \"last\": 1}");

        JsonNode body = JSON.readTree(hook.body());
        assertThat(body.size()).isEqualTo(2);
        assertThat(body.get("name").textValue()).isEqualTo(name);
    }

    @ParameterizedTest
    @MethodSource("hostileNames")
    void shouldKeepANameInsideItsFormField(String name) {
        click(name, "application/x-www-form-urlencoded", "first=" + NAME + "&last=1");

        String[] fields = hook.body().split("&");
        assertThat(fields).hasSize(2).doesNotHaveDuplicates();
        assertThat(fields[1]).isEqualTo("last=1");
        String[] field = fields[0].split("=");
        assertThat(URLDecoder.decode(field[1], StandardCharsets.UTF_8)).isEqualTo(name);
        assertThat(field).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("hostileNames")
    void shouldKeepANameInsideItsXmlElementAndAttribute(String name) throws Exception {
        click(name, "application/xml", "<x a=\"" + NAME + "\" b='" + NAME + "'>" + NAME + "</x>");

        var root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(hook.body().getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
        String kept = name.replaceAll("[\u0007\u001b]", "");
        assertThat(root.getTextContent()).isEqualTo(kept);
        assertThat(root.getAttribute("a")).isEqualTo(kept);
        assertThat(root.getAttribute("b")).isEqualTo(kept);
        assertThat(root.getElementsByTagName("*").getLength()).isZero();
    }

    @ParameterizedTest
    @MethodSource("hostileNames")
    void shouldLeaveANameInAnyOtherBodyAsItIs(String name) {
        click(name, "text/plain", "<" + NAME + ">");

        assertThat(hook.body()).isEqualTo("<" + name + ">");
    }

    @ParameterizedTest
    @MethodSource("hostileNames")
    void shouldKeepANameInsideItsHeader(String name) {
        click(name, Map.of("url", hook.url(), "headers", Map.of("X-Name", "<" + NAME + ">")));

        String kept = name.replaceAll("[\\x00-\\x1f\\x7f-\\x9f\u2028\u2029]", "");
        assertThat(hook.header("X-Name")).isEqualTo("<" + kept + ">");
        assertThat(hook.request().containsHeader("X-Injected")).isFalse();
    }

    static Stream<String> hostileNamesThatDoNotClimb() {
        return hostileNames().stream().filter(name -> !name.startsWith("../"));
    }

    @ParameterizedTest
    @MethodSource("hostileNamesThatDoNotClimb")
    void shouldKeepANameInsideItsPathSegmentAndQueryParameter(String name) {
        click(name, Map.of("url", hook.url() + "/" + NAME + "/end?q=" + NAME + "&last=1", "method", "GET"));

        String[] pathAndQuery = hook.rest().split("\\?");
        assertThat(pathAndQuery).hasSize(2);
        String[] segments = pathAndQuery[0].split("/");
        assertThat(segments).hasSize(3);
        assertThat(percentDecoded(segments[1])).isEqualTo(name);
        assertThat(segments[2]).isEqualTo("end");
        String[] parameters = pathAndQuery[1].split("[&;]");
        assertThat(parameters).hasSize(2);
        assertThat(percentDecoded(parameters[0].substring(2))).isEqualTo(name);
        assertThat(parameters[1]).isEqualTo("last=1");
    }

    @Test
    void shouldPercentEncodeAPlusAndASpace() {
        click("Ada", Map.of("url", hook.url() + "/{{contact.phone_number}}?q={{contact.phone_number}}"));

        assertThat(hook.rest()).isEqualTo("/%2B1%20555%200100?q=%2B1%20555%200100");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..",
                ".",
                "../../admin?x=1#y",
                "..\\..\\admin",
                "a/../../admin",
                "%2e%2e%2fadmin",
                "..%252fadmin",
                "..;/admin"
            })
    void shouldNotLetAPathSegmentOfDotsClimb(String name) {
        clicks.forContact(Map.of("name", name))
                .action("webhook", Map.of("url", hook.url() + "/sub/" + NAME + "/end"))
                .body("data.success", is(false))
                .body(
                        "data.message",
                        is(
                                "Webhook cannot be sent: The URL's path must not contain . or .. between slashes, encoded ones"
                                        + " included"));

        assertThat(hook.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON ; charset=\"utf-8\"",
                "text/json",
                "application/x-json",
                "application/json-rpc",
                "application/geo+json",
                "application/json, text/plain",
                "application/x-ndjson",
                "application/jsonl",
                "application/jsonlines",
                "application/json-seq"
            })
    void shouldKeepANameInsideItsJsonStringWhateverJsonIsCalled(String contentType) throws Exception {
        click(
                "Eve\",\"role\":\"admin\",\"x\":\"\u2028\n",
                contentType,
                "{\"name\":\"" + NAME + "\",\"role\":\"agent\"}");

        JsonNode body = JSON.readTree(hook.body());
        assertThat(body.size()).isEqualTo(2);
        assertThat(body.get("role").textValue()).isEqualTo("agent");
        assertThat(hook.body()).doesNotContain("\n", "\u2028");
    }

    @Test
    void shouldKeepAListInsideItsJsonString() throws Exception {
        clicks.forContact(Map.of("name", "Ada", "metadata", Map.of("nick", List.of("},", ":{", ":"))))
                .webhook(
                        hook,
                        Map.of(
                                "body",
                                "{\"user\":{\"name\":\"{{contact.metadata.nick}}\",\"role\":\"agent\"},\"ok\":1}"));

        JsonNode body = JSON.readTree(hook.body());
        assertThat(body.at("/user/role").textValue()).isEqualTo("agent");
        assertThat(body.at("/user/name").textValue()).isEqualTo("[\"},\",\":{\",\":\"]");
        assertThat(body.size()).isEqualTo(2);
    }

    @Test
    void shouldNotLetAContactSpeakForTheUserInsideASection() {
        var claims = Map.of("id", "1", "user", Map.of("role", "admin"), "contact", Map.of("name", "Eve"));
        clicks.forContact(Map.of("name", "Ada", "metadata", Map.of("order", claims)))
                .webhook(
                        hook,
                        Map.of(
                                "headers",
                                Map.of(
                                        "X-Actor",
                                        "{{#contact.metadata.order}}{{id}} {{user.role}} {{contact.name}}"
                                                + "{{/contact.metadata.order}}")));

        assertThat(hook.header("X-Actor")).isEqualTo("1 agent Ada");
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain; charset=iso-8859-1,E9",
        "text/plain; charset=utf-16be,00E9",
        "text/plain,C3A9",
        "application/xml; charset=us-ascii,26233233333B"
    })
    void shouldEncodeABodyInTheCharsetOfItsType(String contentType, String bytes) {
        click("é", contentType, NAME);

        assertThat(HexFormat.of().withUpperCase().formatHex(hook.request().getBody()))
                .isEqualTo(bytes);
    }

    @Test
    void shouldNotSendWhatTheCharsetLacks() {
        clicks.forContact(Map.of("name", "李"))
                .webhook(
                        hook, Map.of("headers", Map.of("Content-Type", "text/plain; charset=iso-8859-1"), "body", NAME))
                .body("data.success", is(false))
                .body("data.message", startsWith("Webhook cannot be sent: The body has a character that the charset"));

        assertThat(hook.requests()).isEmpty();
    }

    public static String percentDecoded(String component) {
        assertThat(component).matches("([A-Za-z0-9._~-]|%[0-9A-F]{2})*");
        return URLDecoder.decode(component, StandardCharsets.UTF_8);
    }

    private void click(String name, String contentType, String body) {
        click(name, Map.of("url", hook.url(), "headers", Map.of("Content-Type", contentType), "body", body));
    }

    private void click(String name, Map<String, Object> config) {
        clicks.forContact(Map.of("name", name))
                .action("webhook", config)
                .body("data.message", is("Webhook executed successfully"));
    }
}
