package org.customactions.execution;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.customactions.support.ServiceResource;

/** An upstream of a test's own on the shared receiver: every request to its path and below, of any method. */
public final class Hook {
    private final String path = "/hooks/" + UUID.randomUUID();

    private Hook() {}

    /** An upstream that answers 200 and an empty JSON object. */
    public static Hook start() {
        return answering(okJson("{}"));
    }

    public static Hook answering(ResponseDefinitionBuilder response) {
        Hook hook = new Hook();
        ServiceResource.receiver()
                .server()
                .stubFor(any(urlMatching(hook.anyUrl())).willReturn(response));
        return hook;
    }

    public String path() {
        return path;
    }

    public String url() {
        return ServiceResource.receiver().url(path);
    }

    public List<LoggedRequest> requests() {
        return ServiceResource.receiver().server().findAll(anyRequestedFor(urlMatching(anyUrl())));
    }

    /** The one request there was; fails when there were none or several. */
    public LoggedRequest request() {
        List<LoggedRequest> requests = requests();
        assertThat(requests).hasSize(1);
        return requests.get(0);
    }

    public String body() {
        return new String(request().getBody(), StandardCharsets.UTF_8);
    }

    /** A header's value, of which the receiver takes each byte for a character. */
    public String header(String name) {
        return new String(request().getHeader(name).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** What stands behind the path in the request's target, in its raw form. */
    public String rest() {
        return request().getUrl().substring(path.length());
    }

    private String anyUrl() {
        return path + ".*";
    }
}
