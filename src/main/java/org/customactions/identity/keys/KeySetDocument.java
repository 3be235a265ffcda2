package org.customactions.identity.keys;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jose4j.json.JsonUtil;
import org.jose4j.lang.JoseException;

/** What the URL of a key set has answered. */
final class KeySetDocument {

    private static final String WRONG = "wrong document";

    private KeySetDocument() {}

    /** @throws KeySetFault if it is something else */
    static VerificationKeys read(Buffer body) {
        var text = body.toString(StandardCharsets.UTF_8);
        return VerificationKeys.read(text).orElseThrow(() -> fault(text));
    }

    private static KeySetFault fault(String text) {
        return new KeySetFault(
                WRONG,
                addressInDiscovery(text)
                        .map(address -> "it is the discovery document of the provider; use the URL that stands there as"
                                + " jwks_uri, " + address)
                        .orElse("it answers something that is neither a key set (JWKS) nor a public key (PEM); use the"
                                + " URL that your identity provider names as jwks_uri"));
    }

    private static Optional<String> addressInDiscovery(String text) {
        try {
            return JsonUtil.parseJson(text).get("jwks_uri") instanceof String address
                    ? Optional.of(KeySetFaults.printable(address))
                    : Optional.empty();
        } catch (JoseException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
