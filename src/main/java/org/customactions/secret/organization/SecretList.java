package org.customactions.secret.organization;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The secrets of an organization, by name. */
record SecretList(@Schema(required = true) List<SecretView> secrets) {

    /**
     * A secret as managers see it.
     *
     * @param usedBy how many actions use it
     */
    @Schema(name = "Secret")
    record SecretView(
            @Schema(required = true, examples = "crm_token") String name,
            @Schema(required = true) Instant updatedAt,
            @Schema(required = true) long usedBy) {}

    static SecretList of(List<SecretUsers.Listed> listed) {
        return new SecretList(listed.stream()
                .map(secret -> new SecretView(secret.name(), secret.updatedAt(), secret.usedBy()))
                .toList());
    }
}
