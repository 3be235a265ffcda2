package org.customactions.kind.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.customactions.execution.Clicks;
import org.customactions.execution.Hook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filled-in values of every JSON type in every place, and the sections that are shown. */
@QuarkusTest
class WebhookValuesQuarkusTest {

    private static final Map<String, Object> CONTACT =
            Map.of("name", "Ada", "profile_name", "", "tags", List.of("a&b", "c"), "metadata", metadata());

    private final Clicks clicks = new Clicks().forContact(CONTACT);
    private final Hook hook = Hook.start();

    private static Map<String, Object> metadata() {
        Map<String, Object> metadata = new HashMap<>(Map.of(
                "seats",
                5,
                "price",
                new BigDecimal("19.90"),
                "big",
                new BigDecimal("12345678901234567890"),
                "vip",
                true,
                "blocked",
                false,
                "zero",
                0,
                "empty",
                "",
                "none",
                List.of(),
                "plan",
                Map.of("name", "Gold <1>")));
        metadata.put("absent", null);
        return metadata;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "application/json|{{contact.tags}}|[\"a&b\",\"c\"]",
                "application/vnd.api+json|{{contact.metadata.plan}}|{\"name\":\"Gold <1>\"}",
                "application/json; charset=utf-8|{{contact.metadata.seats}}|5",
                "application/json|[{{contact.metadata.price}},{{contact.metadata.big}}]|[19.90,12345678901234567890]",
                "application/json|[{{contact.metadata.vip}},{{contact.metadata.blocked}}]|[true,false]",
                "application/x-www-form-urlencoded|t={{contact.tags}}|t=%5B%22a%26b%22%2C%22c%22%5D",
                "application/x-www-form-urlencoded|n={{contact.metadata.seats}}|n=5",
                "application/x-www-form-urlencoded|n={{contact.phone_number}}|n=%2B1+555+0100",
                "application/xml|<t>{{contact.tags}}</t>|<t>[&quot;a&amp;b&quot;,&quot;c&quot;]</t>",
                "text/xml|<p>{{contact.metadata.plan.name}}</p>|<p>Gold &lt;1&gt;</p>",
                "application/soap+xml|<v>{{contact.metadata.vip}}</v>|<v>true</v>",
                "text/plain|{{contact.tags}} {{contact.metadata.vip}}|[\"a&b\",\"c\"] true",
                "text/csv|{{contact.metadata.plan.name}}|Gold <1>",
            })
    void shouldWriteValuesByTheContentType(String contentType, String body, String sent) {
        clicks.webhook(hook, Map.of("headers", Map.of("Content-Type", contentType), "body", body))
                .body("data.success", is(true));

        assertThat(hook.body()).isEqualTo(sent);
    }

    @Test
    void shouldWriteOtherValuesAsJsonIntoHeadersAndPercentEncodedIntoTheUrl() {
        clicks.action(
                "webhook",
                Map.of(
                        "url",
                        hook.url() + "/{{contact.metadata.seats}}?t={{contact.tags}}",
                        "headers",
                        Map.of("X-Tags", "{{contact.tags}} {{contact.metadata.vip}}")));

        assertThat(hook.header("X-Tags")).isEqualTo("[\"a&b\",\"c\"] true");
        assertThat(hook.rest()).isEqualTo("/5?t=%5B%22a%26b%22%2C%22c%22%5D");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{{contact.nothing}}|``",
                "{{nothing}}{{contact.metadata.a.b.c}}{{contact.name.length}}|``",
                "{{contact.metadata.absent}}{{contact.metadata.empty}}{{contact.profile_name}}|``",
                "{{contact.getClass}}{{contact.metadata.class}}{{user.toString}}|``",
                "{{ contact.name }}{{contact.name}}|AdaAda",
                "{{#contact.metadata.vip}}yes{{/contact.metadata.vip}}|yes",
                "{{^contact.metadata.vip}}no{{/contact.metadata.vip}}|``",
                "{{#contact.metadata.blocked}}yes{{/contact.metadata.blocked}}|``",
                "{{^contact.metadata.blocked}}no{{/contact.metadata.blocked}}|no",
                "{{#contact.metadata.empty}}yes{{/contact.metadata.empty}}|``",
                "{{^contact.metadata.absent}}no{{/contact.metadata.absent}}|no",
                "{{^contact.unknown}}no{{/contact.unknown}}|no",
                "{{#contact.metadata.none}}yes{{/contact.metadata.none}}|``",
                "{{^contact.metadata.none}}no{{/contact.metadata.none}}|no",
                "{{#contact.tags}}({{.}}){{/contact.tags}}|(a&b)(c)",
                "{{#contact.metadata.plan}}{{name}} for {{contact.name}}{{/contact.metadata.plan}}|Gold <1> for Ada",
                "{{! not sent }}{{contact.name}}|Ada",
                "{{&contact.metadata.plan.name}}|Gold <1>",
            })
    void shouldFillInTextAndSections(String body, String sent) {
        clicks.webhook(hook, Map.of("headers", Map.of("Content-Type", "text/plain"), "body", "[" + body + "]"))
                .body("data.success", is(true));

        assertThat(hook.body()).isEqualTo("[" + sent + "]");
    }

    @ParameterizedTest
    @CsvSource({"Ada,ada99,Ada", "'',ada99,ada99", "'','',+1 555 0100"})
    void shouldShowTheBestNameThereIs(String name, String profileName, String shown) {
        clicks.forContact(Map.of("name", name, "profile_name", profileName))
                .webhook(hook, Map.of("body", "{\"n\":\"{{contact.name}}\"}"));

        assertThat(hook.body()).isEqualTo("{\"n\":\"%s\"}".formatted(shown));
    }
}
