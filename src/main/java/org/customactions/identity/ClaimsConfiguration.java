package org.customactions.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Which claims of a token say who the caller is. */
@ConfigMapping(prefix = "custom-actions.identity.claims")
public interface ClaimsConfiguration {

    /**
     * Id of the organization: a UUID, another text of 1 to 128 characters, or a whole number. Like all of these, a list
     * of paths such as {@code realm_access/roles}, of which the first that is present counts; a name that holds a slash
     * stands in double quotes ({@code "https://example.com/roles"}). A malformed path ends the start.
     */
    @WithDefault("organization_id")
    @WithConverter(ClaimPathsConverter.class)
    ClaimPaths organization();

    /** Id of the user, a text or a number. */
    @WithDefault("user_id,sub")
    @WithConverter(ClaimPathsConverter.class)
    ClaimPaths user();

    /** Name of the user; without such a claim, the {@code users} table's. */
    @WithDefault("name,full_name")
    @WithConverter(ClaimPathsConverter.class)
    ClaimPaths name();

    /** E-mail address of the user; without such a claim, the {@code users} table's. */
    @WithDefault("email")
    @WithConverter(ClaimPathsConverter.class)
    ClaimPaths email();

    /**
     * Role of the user, a text or a list of texts; without such a claim, the {@code users} table's, and without that
     * {@code agent}. A user with several roles may manage if one of them may.
     */
    @WithDefault("role,groups")
    @WithConverter(ClaimPathsConverter.class)
    ClaimPaths role();

    /** Name of the organization; without such a claim, the {@code organizations} table's. */
    @WithDefault("organization_name")
    @WithConverter(ClaimPathsConverter.class)
    ClaimPaths organizationName();

    /**
     * Who has {@code true} here, the JSON value and not the text, may act in every organization as {@code admin}, by
     * the header of {@code custom-actions.identity.organization-header}. Without this setting nobody may.
     */
    Optional<@WithConverter(ClaimPathsConverter.class) ClaimPaths> everyOrganization();
}
