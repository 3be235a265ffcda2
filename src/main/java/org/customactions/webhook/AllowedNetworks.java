package org.customactions.webhook;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.customactions.url.Cidr;
import org.customactions.url.Host;
import org.customactions.url.UrlException;

/**
 * The networks ({@code 10.20.0.0/16}, {@code fd00::/8}, a single address) and host names that an operator allows with
 * {@code custom-actions.webhook.allowed-networks}. A name is compared exactly, ignoring case. It allows the private
 * addresses that it resolves to, but no names below it.
 */
final class AllowedNetworks {

    private final List<Cidr> networks;
    private final Set<String> names;

    private AllowedNetworks(List<Cidr> networks, Set<String> names) {
        this.networks = List.copyOf(networks);
        this.names = Set.copyOf(names);
    }

    /** Those of {@code custom-actions.webhook.allowed-networks}. */
    static AllowedNetworks parse(Collection<String> entries) {
        return parse("custom-actions.webhook.allowed-networks", entries);
    }

    /**
     * @param setting that lists them
     * @param entries networks and host names; space around an entry and empty entries are ignored
     * @throws IllegalArgumentException if an entry is neither; the message names it
     */
    static AllowedNetworks parse(String setting, Collection<String> entries) {
        var networks = new ArrayList<Cidr>();
        var names = new HashSet<String>();
        for (var entry : entries) {
            var text = entry.strip();
            if (!text.isEmpty()) {
                add(setting, text, networks, names);
            }
        }
        return new AllowedNetworks(networks, names);
    }

    private static void add(String setting, String text, List<Cidr> networks, Set<String> names) {
        try {
            // No host name has a slash or a colon.
            if (text.indexOf('/') < 0 && text.indexOf(':') < 0 && Host.parse(text) instanceof Host.Name name) {
                names.add(name.ascii());
            } else {
                networks.add(Cidr.parse(text));
            }
        } catch (UrlException | IllegalArgumentException e) {
            var cause = e instanceof UrlException
                    ? "it is neither a network such as 10.0.0.0/8 nor a host name"
                    : e.getMessage();
            throw new IllegalArgumentException(
                    "%s has an entry that cannot be used, \"%s\": %s".formatted(setting, text, cause), e);
        }
    }

    /** Whether an allowed network contains the address; an IPv4-mapped address counts as IPv4. */
    boolean contains(InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    /** Whether the name itself is allowed. */
    boolean contains(Host.Name name) {
        return names.contains(name.ascii());
    }
}
