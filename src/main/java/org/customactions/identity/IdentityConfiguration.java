package org.customactions.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/** Which roles may manage. */
@ConfigMapping(prefix = "custom-actions.identity")
public interface IdentityConfiguration {

    /** Roles that may do everything in their organization. Every other role may list, read and execute. */
    @WithDefault("admin,manager")
    Set<String> managerRoles();
}
