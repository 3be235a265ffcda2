package org.customactions.directory.platform;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.net.TrustOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.customactions.directory.DirectoryConfiguration;
import org.customactions.outbound.TrustedAuthorities;
import org.customactions.text.HeaderRules;

/**
 * How the platform is asked, as far as it has been found to make sense.
 *
 * @param authorization the header's value for everybody; empty for the caller's own token
 * @param trust authorities besides the usual ones
 */
record PlatformSettings(
        UrlPattern contact,
        Optional<UrlPattern> search,
        Optional<String> authorization,
        String header,
        Duration timeout,
        Duration fresh,
        Duration stale,
        Optional<TrustOptions> trust,
        ContactLayout layout) {

    private static final String SETTINGS = "custom-actions.directory.";
    private static final String CALLER = "caller";
    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(30);
    private static final String ORGANIZATION = "organization_id";

    /**
     * The settings; empty without a platform.
     *
     * @throws ConfigurationException with a sentence that says what to change
     */
    static Optional<PlatformSettings> of(DirectoryConfiguration configuration) {
        if (configuration.url().isEmpty()) {
            refuse(configuration.searchUrl().isPresent(), "search-url needs %surl too".formatted(SETTINGS));
            return Optional.empty();
        }
        return Optional.of(read(configuration));
    }

    private static PlatformSettings read(DirectoryConfiguration configuration) {
        var contact =
                new UrlPattern(SETTINGS + "url", configuration.url().orElseThrow(), Set.of(ORGANIZATION, "contact_id"));
        refuse(!contact.has("contact_id"), "url must have {contact_id} where the contact's id goes");
        var search = configuration
                .searchUrl()
                .map(text ->
                        new UrlPattern(SETTINGS + "search-url", text, Set.of(ORGANIZATION, "search", "page", "limit")));
        refuse(
                search.isPresent() && !search.get().has("search"),
                "search-url must have {search} where the searched text goes");
        var settings = new PlatformSettings(
                contact,
                search,
                configuration.authorization().map(String::strip).filter(value -> !value.equals(CALLER)),
                configuration.header().strip(),
                configuration.timeout(),
                configuration.fresh(),
                configuration.stale(),
                configuration
                        .trustedCertificates()
                        .map(path -> TrustedAuthorities.ofFile(SETTINGS + "trusted-certificates", path)),
                new ContactLayout(configuration.fields()));
        settings.check(configuration.singleOrganization());
        return settings;
    }

    private void check(boolean isSingleOrganization) {
        refuse(
                !HeaderRules.isName(header) || HeaderRules.isReserved(header),
                "header must be the name of an HTTP header, such as Authorization");
        refuse(
                authorization
                        .filter(value -> value.isEmpty() || !HeaderRules.isValue(value))
                        .isPresent(),
                "authorization must be caller, or a header's value in one line");
        refuse(timeout.compareTo(LONGEST_TIMEOUT) > 0, "timeout must be at most 30 s");
        if (authorization.isPresent() && !isSingleOrganization) {
            requireOrganization("url", contact);
            search.ifPresent(pattern -> requireOrganization("search-url", pattern));
        }
    }

    private static void requireOrganization(String setting, UrlPattern pattern) {
        refuse(
                !pattern.has(ORGANIZATION),
                ("%s must have {organization_id} if authorization is a header's value, or every organization would see the"
                                + " same contacts; set %ssingle-organization=true if there is only one")
                        .formatted(setting, SETTINGS));
    }

    private static void refuse(boolean isWrong, String what) {
        if (isWrong) {
            throw new ConfigurationException(SETTINGS + what);
        }
    }
}
