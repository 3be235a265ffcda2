package org.customactions.webhook;

import java.util.Collection;
import org.customactions.url.Host;

/**
 * The hosts that are reached without the proxy, as the operator lists them with
 * {@code custom-actions.webhook.no-proxy}.
 *
 * @param listed names, which stand for all below them too, and networks
 */
record DirectHosts(AllowedNetworks listed) {

    private static final String SETTING = "custom-actions.webhook.no-proxy";

    /**
     * @param entries as other programs take them too: a name may begin with a dot or with {@code *.}
     * @throws IllegalArgumentException if an entry is no host and no network; the message names it
     */
    static DirectHosts parse(Collection<String> entries) {
        return new DirectHosts(AllowedNetworks.parse(
                SETTING,
                entries.stream()
                        .map(entry -> entry.strip().replaceFirst("^(?:\\*?\\.)(?=[^.])", ""))
                        .toList()));
    }

    boolean contains(Host host) {
        return host instanceof Host.Literal literal
                ? listed.contains(literal.address())
                : isListed(((Host.Name) host).ascii());
    }

    private boolean isListed(String name) {
        var dot = name.indexOf('.');
        return listed.contains(new Host.Name(name)) || dot >= 0 && isListed(name.substring(dot + 1));
    }
}
