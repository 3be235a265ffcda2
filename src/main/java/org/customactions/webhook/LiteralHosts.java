package org.customactions.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.customactions.url.Cidr;
import org.customactions.url.Host;

/** Tells, when an action is saved, whether the host its URL spells out can never be called. Resolves nothing. */
@ApplicationScoped
public class LiteralHosts {

    /** No constant, since constants are made when a native executable is built, which cannot hold an address. */
    private final InetAddress loopback = Cidr.address(new byte[] {127, 0, 0, 1});

    private final AllowedNetworks allowed;
    private final AddressPolicy policy;

    LiteralHosts(WebhookConfiguration configuration) {
        this.allowed = AllowedNetworks.parse(configuration.allowedNetworks().orElse(List.of()));
        this.policy = new AddressPolicy(allowed);
    }

    /**
     * @param host the host of a URL, without user and port, such as {@code [::1]}, {@code 2130706433} or
     *     {@code localhost}
     * @return why the host is denied; empty for an allowed address and for every name except {@code localhost} and
     *     those below it, which are judged by what they resolve to when the webhook runs
     * @throws UrlException when the host is neither an address nor a DNS name; its message is fit for the manager
     */
    public Optional<AddressPolicy.Reason> denied(String host) {
        var parsed = Host.parse(host);
        if (parsed instanceof Host.Literal literal) {
            return reason(literal.address());
        }
        var name = (Host.Name) parsed;
        return name.isLocalhost() && !allowed.contains(name) ? reason(loopback) : Optional.empty();
    }

    private Optional<AddressPolicy.Reason> reason(InetAddress address) {
        return policy.judge(address) instanceof AddressPolicy.Verdict.Denied denied
                ? Optional.of(denied.reason())
                : Optional.empty();
    }
}
