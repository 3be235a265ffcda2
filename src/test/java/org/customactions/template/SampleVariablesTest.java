package org.customactions.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.customactions.url.Urls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleVariablesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":{{contact.metadata.n}},\"b\":\"{{contact.metadata.deeply.nested.n}}\"}",
                "{\"a\":{{contact.metadata}},\"b\":{{contact.tags}}}",
                "[{{#contact.metadata.items}}{\"p\":{{price}},\"q\":\"{{a.b}}\"}{{/contact.metadata.items}}]",
                "[{{#contact.metadata.items}}\"{{contact.name}}\"{{/contact.metadata.items}}]",
                "[{{#contact.metadata.items}}{\"i\":{{-index}},\"first\":{{-first}},\"id\":{{id}}}{{^-last}},{{/-last}}"
                        + "{{/contact.metadata.items}}]",
                "[{{#context.items}}{{^-first}},{{/-first}}{{id}}{{/context.items}}]",
                "[{{#contact.tags}}[{{#context.items}}{{-index}}{{^-last}},{{/-last}}{{/context.items}}]{{^-last}},{{/-last}}"
                        + "{{/contact.tags}}]",
                "[{{#contact.metadata}}{{contact.tags}}{{/contact.metadata}}]",
                "[{{#contact.metadata.user}}{{user}}{{/contact.metadata.user}}]",
                "{\"a\":\"{{contact.id}}{{user.name}}{{organization.name}}\"}",
            })
    void shouldPassValidJsonOfUnknownMetadata(String source) {
        assertThat(isJson(render(source, SampleVariables.forChecking()))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":{{contact.id}}}",
                "{\"a\":{{contact.name}}}",
                "{\"a\":{{contact.phone_number}}}",
                "{\"a\":{{contact.profile_name}}}",
                "{\"a\":{{user.id}}}",
                "{\"a\":{{user.role}}}",
                "{\"a\":{{organization.id}}}",
                "{\"a\":{{organization.name}}}",
                "{\"a\":{{contact.nmae}}}",
                "[{{#contact.tags}}\"{{.}}\"{{/contact.tags}}]",
                "[{{#contact.metadata.items}}{{contact.name}}{{/contact.metadata.items}}]",
            })
    void shouldShowBrokenJson(String source) {
        assertThat(isJson(render(source, SampleVariables.forChecking()))).isFalse();
    }

    @Test
    void shouldHaveEveryChildOfMetadataAndNoOtherName() {
        Template template = Template.compile(
                "{{contact.metadata.a.b.c}}{{#contact.metadata.x}}{{y.z}}{{/contact.metadata.x}}{{contact.nmae}}"
                        + "{{response.id}}",
                Escaping.TEXT);

        assertThat(UnknownNames.of(template, SampleVariables.forChecking()))
                .containsExactly("contact.nmae", "response.id");
        assertThat(UnknownNames.of(template, SampleVariables.forCheckingResults()))
                .containsExactly("contact.nmae");
    }

    @Test
    void shouldFillInAUrlOfAnyMetadata() {
        UrlTemplate template = UrlTemplate.compile("https://example.com/{{contact.metadata.order.id}}", Urls.WEB);

        assertThat(template.render(SampleVariables.forChecking())).isEqualTo("https://example.com/1");
    }

    @Test
    void shouldPreviewWithPlainDataOfEveryVariable() throws JsonProcessingException {
        Map<String, Object> variables = SampleVariables.forPreview();

        String all = render("{{.}}", variables);

        assertThat(JSON.readTree(all)).isEqualTo(JSON.valueToTree(variables));
        assertThat(render(
                                "{{contact.id}} {{contact.phone_number}} {{contact.name}} {{contact.profile_name}} {{user.id}}"
                                        + " {{user.name}} {{user.email}} {{user.role}} {{organization.id}} {{organization.name}}",
                                variables)
                        .split(" "))
                .doesNotContain("");
    }

    @Test
    void shouldKeepTheOrderOfTheDocumentedVariables() {
        String all = render("{{.}}", SampleVariables.forPreview());

        assertThat(all)
                .isEqualTo(
                        "{\"contact\":{\"id\":\"3dae9074-6b90-4e8d-9ca5-2f7c5e3b4032\",\"phone_number\":\"+15550100\","
                                + "\"name\":\"Ada Example\",\"profile_name\":\"Ada\",\"tags\":[\"vip\",\"sales\"],"
                                + "\"metadata\":{\"plan\":\"pro\",\"order\":{\"id\":1042,\"open\":true}}},"
                                + "\"user\":{\"id\":\"1b0c7e52-4f7e-4c6b-9a83-0d5a3c1f2e10\",\"name\":\"Sam Okafor\","
                                + "\"email\":\"sam.okafor@example.com\",\"role\":\"agent\"},"
                                + "\"organization\":{\"id\":\"2c9d8f63-5a8f-4d7c-8b94-1e6b4d2a3f21\",\"name\":\"Example Ltd\"}}");
    }

    private static String render(String source, Map<String, Object> variables) {
        return Template.compile(source, Escaping.JSON).render(variables);
    }

    private static boolean isJson(String text) {
        try {
            return !JSON.readerFor(Object.class)
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(text)
                    .isMissingNode();
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
