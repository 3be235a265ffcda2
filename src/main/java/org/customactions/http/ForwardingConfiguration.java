package org.customactions.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import java.util.List;
import java.util.Optional;

/** What stands between clients and the service. */
@ConfigMapping(prefix = "custom-actions.http")
public interface ForwardingConfiguration {

    /**
     * Proxies whose {@code X-Forwarded-Proto}, {@code -Host}, {@code -Port}, {@code -Prefix} and {@code -For} are
     * believed: addresses, networks ({@code 10.0.0.0/8}) and host names, separated by commas. With it the
     * {@code Location} of a new action is right behind a gateway with TLS or a path of its own. Anybody else's are
     * ignored, and everybody's if it is not set.
     */
    Optional<List<@WithConverter(ProxyAddress.class) String>> trustedProxies();
}
