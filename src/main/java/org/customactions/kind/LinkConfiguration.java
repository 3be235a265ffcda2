package org.customactions.kind;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.util.Set;

/** Where actions may send an agent. */
@ConfigMapping(prefix = "custom-actions.url")
public interface LinkConfiguration {

    /**
     * Schemes that links of url actions, results and scripts may have, separated by commas, such as
     * {@code http,https,mailto,tel,whatsapp,sms}. A path of the page's own origin is always allowed. Schemes that run
     * code or read files ({@code javascript}, {@code data}, {@code file}, {@code vbscript}, {@code blob}) are refused.
     */
    @WithDefault("http,https,mailto,tel")
    Set<@WithConverter(LinkScheme.class) String> schemes();
}
