package org.customactions.kind.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.customactions.api.ApiException;
import org.customactions.api.FieldError;
import org.customactions.api.JsonFields;
import org.customactions.kind.ExecutionInput;
import org.customactions.template.KnownInputs;
import org.customactions.template.RenderBudget;
import org.customactions.url.Urls;
import org.customactions.webhook.WebhookRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a webhook's config says what is sent and who calls. */
class WebhookSendingTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'method':'delete'}|DELETE||none",
                "{'method':'DELETE','body':' '}|DELETE||none",
                "{'method':'DELETE','body':'[1]'}|DELETE|[1]|application/json",
                "{'method':'GET','body':'[1]'}|GET||none",
                "{'send_body':false}|POST||none",
                "{'send_body':false,'body':'[1]'}|POST||none",
                "{'send_body':false,'headers':{'Content-Type':'text/xml'}}|POST||text/xml",
                "{'send_body':true,'body':'[1]'}|POST|[1]|application/json",
            })
    void shouldSendABodyWhereThereIsOne(String config, String method, String body, String type) throws Exception {
        var request = rendered(config);

        assertThat(request.method()).isEqualTo(method);
        assertThat(new String(request.body(), StandardCharsets.UTF_8)).isEqualTo(body == null ? "" : body);
        assertThat(request.headers().getOrDefault("Content-Type", "none")).isEqualTo(type);
    }

    @Test
    void shouldTakeOverHowItIsSent() throws Exception {
        var delivery =
                rendered("{'timeout_seconds':60,'follow_redirects':true}").delivery();

        assertThat(delivery.timeout()).contains(Duration.ofMinutes(1));
        assertThat(delivery.followsRedirects()).isTrue();
        assertThat(rendered("{}").delivery().followsRedirects()).isFalse();
        assertThat(rendered("{}").delivery().timeout()).isEmpty();
    }

    @Test
    void shouldSayWhoCallsByNameAndPassword() throws Exception {
        var request = rendered("{'auth':{'type':'basic','username':'{{contact.name}}','password':'pä:ss'}}");

        assertThat(request.headers().get("Authorization")).isEqualTo("Basic QWRhOnDDpDpzcw==");
        assertThat(request.delivery().secrets().texts()).contains("QWRhOnDDpDpzcw==");
        assertThatThrownBy(() -> rendered("{'auth':{'type':'basic','username':'{{contact.id}}','password':'x'}}"))
                .isInstanceOf(UnsendableException.class)
                .hasMessageContaining("colon");
    }

    @Test
    void shouldFillInClientCredentials() throws Exception {
        var credentials = rendered("{'auth':{'type':'oauth2','token_url':'https://id.example.com/{{contact.name}}',"
                        + "'client_id':'{{contact.name}}','client_secret':'s','scope':'a b','client_auth':'body'}}")
                .delivery()
                .credentials()
                .orElseThrow();

        assertThat(credentials.tokenUrl()).hasToString("https://id.example.com/Ada");
        assertThat(credentials.clientId()).isEqualTo("Ada");
        assertThat(credentials.scope()).contains("a b");
        assertThat(credentials.audience()).isEmpty();
        assertThat(credentials.inBody()).isTrue();
        assertThat(credentials.toString()).isEqualTo("ClientCredentials");
    }

    @Test
    void shouldSignByDefaultInHexOfSha256() throws Exception {
        var request = rendered("{'body':'[1]','signature':{'header':'X-Hub-Signature-256','secret':'key'}}");

        assertThat(request.headers().get("X-Hub-Signature-256")).isEqualTo(hmac("HmacSHA256"));
        assertThat(request.delivery().vouchers()).contains("X-Hub-Signature-256", "webhook-signature");
    }

    @ParameterizedTest
    @CsvSource({"sha256,HmacSHA256,64", "sha1,HmacSHA1,40", "sha512,HmacSHA512,128"})
    void shouldSignInOtherWays(String algorithm, String name, int length) throws Exception {
        var signature = rendered(("{'body':'[1]','signing_secret':'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',"
                                + "'signature':{'header':'X-Sig','secret':'key','algorithm':'%s','prefix':'%s='}}")
                        .formatted(algorithm, algorithm))
                .headers()
                .get("X-Sig");

        assertThat(signature).hasSize(algorithm.length() + 1 + length).isEqualTo(algorithm + "=" + hmac(name));
        assertThat(rendered(("{'body':'[1]','signature':{'header':'X-Sig','secret':'key','algorithm':'%s',"
                                        + "'encoding':'base64'}}")
                                .formatted(algorithm))
                        .headers()
                        .get("X-Sig"))
                .endsWith("=");
    }

    @Test
    void shouldSignNothingWhereNothingIsSent() throws Exception {
        var request = rendered("{'method':'GET','signature':{'header':'X-Sig','secret':'key'}}");

        assertThat(request.headers().get("X-Sig"))
                .isEqualTo("5d5d139563c95b5967b9bd9a8c9b233a9dedb45072794cd232dc1b74832607d0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'timeout_seconds':0}|config.timeout_seconds|Timeout seconds must be a whole number from 1 to 60",
                "{'timeout_seconds':61}|config.timeout_seconds|Timeout seconds must be a whole number from 1 to 60",
                "{'timeout_seconds':1.5}|config.timeout_seconds|Timeout seconds must be a whole number from 1 to 60",
                "{'timeout_seconds':'5'}|config.timeout_seconds|Timeout seconds must be a whole number from 1 to 60",
                "{'follow_redirects':'yes'}|config.follow_redirects|Follow redirects must be true or false",
                "{'send_body':0}|config.send_body|Send body must be true or false",
                "{'method':'HEAD'}|config.method|Method must be POST, GET, PUT, PATCH or DELETE",
                "{'success_when':'{{#x}}'}|config.success_when|Success when: The section x is not closed",
                "{'result':{'failure':'{{'}}|config.result.failure|Failure:",
                "{'headers':{'accept-encoding':'br'}}|config.headers.accept-encoding|set by the service itself",
                "{'auth':{}}|config.auth.type|Type is required",
                "{'auth':{'type':'digest'}}|config.auth.type|Type must be basic or oauth2",
                "{'auth':{'type':'basic','password':'x'}}|config.auth.username|Username is required",
                "{'auth':{'type':'basic','username':'a'}}|config.auth.password|Password is required",
                "{'auth':{'type':'basic','username':'a:b','password':'x'}}|config.auth.username|without a colon",
                "{'auth':{'type':'basic','username':'a','client_id':'x'}}|config.auth.client_id|is not a known field",
                "{'auth':{'type':'oauth2'}}|config.auth.token_url|Token url is required",
                "{'auth':{'type':'oauth2','token_url':'ftp://x/'}}|config.auth.token_url|must start with http",
                "{'auth':{'type':'oauth2','client_auth':'jwt'}}|config.auth.client_auth|must be basic or body",
                "{'auth':{'type':'basic','username':'a','password':'x'},'headers':{'authorization':'y'}}|config.auth|remove that header",
                "{'signature':{'secret':'x'}}|config.signature.header|Header is required",
                "{'signature':{'header':'X-A'}}|config.signature.secret|Secret is required",
                "{'signature':{'header':'X A','secret':'x'}}|config.signature.header|letters, digits",
                "{'signature':{'header':'Host','secret':'x'}}|config.signature.header|not for signatures",
                "{'signature':{'header':'Transfer-Encoding','secret':'x'}}|config.signature.header|not for signatures",
                "{'signature':{'header':'Authorization','secret':'x'}}|config.signature.header|not for signatures",
                "{'signature':{'header':'webhook-id','secret':'x'}}|config.signature.header|not for signatures",
                "{'signature':{'header':'x-a','secret':'x'},'headers':{'X-A':'y'}}|config.signature.header|have x-a already",
                "{'signature':{'header':'X-A','secret':'x','algorithm':'md5'}}|config.signature.algorithm|sha256, sha1 or sha512",
                "{'signature':{'header':'X-A','secret':'x','encoding':'hex64'}}|config.signature.encoding|hex or base64",
                "{'signature':{'header':'X-A','secret':'x','prefix':'a\\nb'}}|config.signature.prefix|line breaks",
            })
    void shouldRefuseWhatCannotWork(String config, String field, String sentence) throws Exception {
        var fields = JsonFields.of(withUrl(config));
        WebhookConfig.read(fields, Urls.LINK);

        var errors = errors(fields);
        assertThat(errors).anySatisfy(error -> {
            assertThat("config." + error.field()).isEqualTo(field);
            assertThat(error.message()).contains(sentence);
        });
    }

    @Test
    void shouldWriteBackWhatItReadAndNothingMore() throws Exception {
        var full = json("{'url':'https://example.com/','method':'POST','headers':{},'body':'',"
                + "'signature':{'header':'X-A','secret':'s','algorithm':'sha1','encoding':'base64','prefix':'p'},"
                + "'auth':{'type':'oauth2','token_url':'https://id.example.com/','client_id':'i','client_secret':'s',"
                + "'scope':'a','audience':'b','client_auth':'basic'},'timeout_seconds':5,'follow_redirects':false,"
                + "'send_body':true,'success_when':'{{response.ok}}','result':{'toast':'t','failure':'f'}}");

        assertThat(WebhookConfig.read(JsonFields.of(full), Urls.LINK).toJson()).isEqualTo(full);
        var old = json("{'url':'https://example.com/','method':'POST','headers':{},'body':''}");
        assertThat(WebhookConfig.read(JsonFields.of(old), Urls.LINK).toJson()).isEqualTo(old);
    }

    @Test
    void shouldWarnOfUnknownNamesInEveryTemplate() throws Exception {
        var config = WebhookConfig.read(
                JsonFields.of(withUrl("{'auth':{'type':'oauth2','token_url':'https://id.example.com/{{usr.id}}',"
                        + "'client_id':'{{usr.id}}','client_secret':'{{secret.crm}}'},"
                        + "'signature':{'header':'X-A','secret':'{{usr.id}}'},'success_when':'{{respons.ok}}',"
                        + "'result':{'failure':'{{respons.error}}'}}")),
                Urls.LINK);

        assertThat(WebhookWarnings.of(config, KnownInputs.of(List.of())))
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder(
                        "config.auth.token_url",
                        "config.auth.client_id",
                        "config.signature.secret",
                        "config.success_when",
                        "config.result.failure");
    }

    @Test
    void shouldWarnOfASuccessThatNoAnswerCanBe() throws Exception {
        var config = WebhookConfig.read(JsonFields.of(withUrl("{'success_when':' '}")), Urls.LINK);

        assertThat(WebhookWarnings.of(config, KnownInputs.of(List.of())))
                .containsExactly(new FieldError(
                        "config.success_when", "Success when is empty, so every call fails; leave it out"));
    }

    @Test
    void shouldFindEverySecret() throws Exception {
        var places = new ArrayList<String>();
        var config = json("{'headers':{'X-A':'1'},'signing_secret':'2','auth':{'type':'basic','username':'u',"
                + "'password':'3','client_secret':'4'},'signature':{'header':'h','secret':'5'},'result':{}}");

        var replaced = WebhookSecrets.replaced(config, (place, value) -> {
            places.add(place + "=" + value.textValue());
            return TextNode.valueOf("x");
        });

        assertThat(places)
                .containsExactlyInAnyOrder(
                        "headers.x-a=1",
                        "signing_secret=2",
                        "auth.password=3",
                        "auth.client_secret=4",
                        "signature.secret=5");
        assertThat(replaced)
                .isEqualTo(json("{'headers':{'X-A':'x'},'signing_secret':'x','auth':{'type':'basic','username':'u',"
                        + "'password':'x','client_secret':'x'},'signature':{'header':'h','secret':'x'},'result':{}}"));
        assertThat(config.at("/auth/password").textValue()).isEqualTo("3");
    }

    @Test
    void shouldKeepWhatIsStoredForAMask() throws Exception {
        var stored = json("{'auth':{'type':'basic','username':'a','password':'stored'},'signature':{'secret':'key'}}");
        var sent = json("{'url':'https://example.com/','auth':{'type':'basic','username':'b','password':'********'},"
                + "'signature':{'header':'X-A','secret':'********'}}");
        var fields = JsonFields.of(sent);

        var kept = WebhookConfig.read(fields, Urls.LINK)
                .keepingSecretsOf(stored, fields)
                .toJson();

        fields.throwIfInvalid();
        assertThat(kept.at("/auth/password").textValue()).isEqualTo("stored");
        assertThat(kept.at("/auth/username").textValue()).isEqualTo("b");
        assertThat(kept.at("/signature/secret").textValue()).isEqualTo("key");
    }

    @Test
    void shouldRefuseAMaskForNothing() throws Exception {
        var sent = json("{'url':'https://example.com/','auth':{'type':'oauth2','token_url':'https://id.example.com/',"
                + "'client_id':'i','client_secret':'********'},'signature':{'header':'X-A','secret':'********'}}");
        var fields = JsonFields.of(sent);
        WebhookConfig.read(fields, Urls.LINK).keepingSecretsOf(MissingNode.getInstance(), fields);

        assertThat(errors(fields))
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("auth.client_secret", "signature.secret");
    }

    @Test
    void shouldReadAStoredAcceptEncodingThatIsNotSent() throws Exception {
        var config = WebhookConfig.read(
                JsonFields.ofStored(json("{'url':'https://example.com/','headers':{'Accept-Encoding':'br'}}")),
                Urls.LINK);

        assertThat(config.headers()).containsKey("Accept-Encoding");
    }

    private static String hmac(String algorithm) throws Exception {
        var mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec("key".getBytes(StandardCharsets.UTF_8), algorithm));
        return HexFormat.of().formatHex(mac.doFinal("[1]".getBytes(StandardCharsets.UTF_8)));
    }

    private static List<FieldError> errors(JsonFields fields) {
        return catchThrowableOfType(ApiException.class, fields::throwIfInvalid).errors();
    }

    private static JsonNode withUrl(String config) throws Exception {
        return ((ObjectNode) json(config)).put("url", "https://example.com/");
    }

    private static WebhookRequest rendered(String more) throws Exception {
        var fields = JsonFields.of(withUrl(more));
        var config = WebhookConfig.read(fields, Urls.LINK);
        fields.throwIfInvalid();
        return WebhookRendering.render(
                config,
                new ExecutionInput(
                        UUID.randomUUID(), UUID.randomUUID(), Map.of("contact", Map.of("name", "Ada", "id", "a:b"))),
                RenderBudget.ofClick(),
                Instant.EPOCH);
    }

    private static JsonNode json(String text) throws Exception {
        return JSON.readTree(text.replace('\'', '"'));
    }
}
