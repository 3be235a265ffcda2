package org.customactions.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import java.util.Set;

/** Where a request says who its caller is, and which roles may manage. */
@ConfigMapping(prefix = "custom-actions.identity")
public interface IdentityConfiguration {

    /**
     * Roles that may do everything in their organization, in any case of letters. Every other role may list, read and
     * execute.
     */
    @WithDefault("admin,manager")
    Set<String> managerRoles();

    /**
     * Name of a cookie whose value is the token of a request without an {@code Authorization} header. Needs
     * {@code custom-actions.identity.csrf-cookie}, or the service does not start.
     */
    Optional<@WithConverter(NameConverter.class) String> cookie();

    /**
     * Name of a cookie that the caller's page can read, as pages of other sites cannot. A {@code POST}, {@code PUT},
     * {@code PATCH} or {@code DELETE} that the cookie authenticates must repeat its value in the header of
     * {@code custom-actions.identity.csrf-header}; otherwise it is refused with 403.
     */
    Optional<@WithConverter(NameConverter.class) String> csrfCookie();

    /** Name of that header. */
    @WithDefault("X-CSRF-Token")
    @WithConverter(NameConverter.class)
    String csrfHeader();

    /**
     * Name of a header, such as {@code X-Organization-ID}, with the id of the organization that a request acts in. It
     * may be the token's own, one in which the {@code users} table has the caller, or any if
     * {@code custom-actions.identity.claims.every-organization} allows it; otherwise the request is refused with 403.
     * Without this setting requests act in the token's organization.
     */
    Optional<@WithConverter(NameConverter.class) String> organizationHeader();
}
