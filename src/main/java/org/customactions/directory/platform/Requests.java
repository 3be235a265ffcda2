package org.customactions.directory.platform;

import java.util.Map;
import java.util.Optional;
import org.customactions.api.Paging;
import org.customactions.directory.ContactId;
import org.customactions.directory.platform.PlatformFault.Kind;
import org.customactions.identity.BearerToken;
import org.customactions.identity.Caller;
import org.customactions.url.UrlException;
import org.customactions.url.Urls;

/** What the platform is asked. */
final class Requests {

    private static final String AUTHORIZATION = "Authorization";

    private final PlatformSettings settings;

    Requests(PlatformSettings settings) {
        this.settings = settings;
    }

    /** One call; it must not be logged. */
    record Request(String url, String authorization) {

        /** Without what is secret. */
        @Override
        public String toString() {
            return "a request to the platform";
        }
    }

    Request contact(Caller caller, ContactId id) {
        return request(
                caller,
                settings.contact(),
                Map.of("organization_id", caller.organization().text(), "contact_id", id.text()));
    }

    Request search(Caller caller, Optional<String> search, Paging paging) {
        return request(
                caller,
                settings.search().orElseThrow(),
                Map.of(
                        "organization_id",
                        caller.organization().text(),
                        "search",
                        search.orElse(""),
                        "page",
                        String.valueOf(paging.page()),
                        "limit",
                        String.valueOf(paging.limit())));
    }

    private Request request(Caller caller, UrlPattern pattern, Map<String, String> values) {
        try {
            return new Request(Urls.normalize(pattern.with(values), Urls.WEB), authorization(caller));
        } catch (UrlException e) {
            // An organization that is called .. would climb out of the path.
            throw new PlatformFault(Kind.NOT_FOUND, "no URL can name it");
        }
    }

    private String authorization(Caller caller) {
        return settings.authorization()
                .orElseGet(() -> caller.token()
                        .map(this::ofCaller)
                        .orElseThrow(() -> new PlatformFault(Kind.FORBIDDEN, "the caller has no token")));
    }

    private String ofCaller(BearerToken token) {
        return settings.header().equalsIgnoreCase(AUTHORIZATION) ? "Bearer " + token.text() : token.text();
    }
}
