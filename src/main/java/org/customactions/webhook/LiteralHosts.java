package org.customactions.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.customactions.url.Cidr;
import org.customactions.url.Host;

/** Checks, when an action is saved, whether the written-out host of its URL can never be called. Resolves nothing. */
@ApplicationScoped
public class LiteralHosts {

    /** Not a constant: constants are created when a native executable is built, and it cannot contain an address. */
    private final InetAddress loopback = Cidr.address(new byte[] {127, 0, 0, 1});

    private final AddressPolicy policy;

    LiteralHosts(WebhookConfiguration configuration) {
        this.policy = new AddressPolicy(
                AllowedNetworks.parse(configuration.allowedNetworks().orElse(List.of())));
    }

    /**
     * @param host the host of a URL, without user and port, such as {@code [::1]}, {@code 2130706433} or
     *     {@code localhost}
     * @return why the host is denied; empty for an allowed address and for every name except {@code localhost} and the
     *     names below it. Other names are checked by their addresses when the webhook runs
     * @throws UrlException if the host is neither an address nor a DNS name; its message can be shown to the manager
     */
    public Optional<AddressPolicy.Reason> denied(String host) {
        var parsed = Host.parse(host);
        if (parsed instanceof Host.Literal literal) {
            return reason(literal.address());
        }
        return ((Host.Name) parsed).isLocalhost() ? reason(loopback) : Optional.empty();
    }

    private Optional<AddressPolicy.Reason> reason(InetAddress address) {
        return policy.judge(address) instanceof AddressPolicy.Verdict.Denied denied
                ? Optional.of(denied.reason())
                : Optional.empty();
    }
}
