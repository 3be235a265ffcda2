package org.customactions.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.customactions.webhook.AddressPolicy;
import org.customactions.webhook.WebhookOutcome.Cause;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    private static final Path DOCUMENT = Path.of("docs/operations.md");
    private static final String HEADING = "| Outcome |";
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z_]+)` \\|");

    @Test
    void shouldDocumentEveryOutcomeAndNoOther() throws IOException {
        // Given
        var ofWebhooks = Arrays.stream(Cause.values())
                .map(cause -> Outcome.of(cause, Optional.empty()).code());
        var ofAll = Stream.of(
                        Outcome.SUCCESS,
                        Outcome.ACCEPTED,
                        Outcome.INVALID,
                        Outcome.SECRET_UNREADABLE,
                        Outcome.SECRET_MISSING,
                        Outcome.ERROR,
                        Outcome.ABANDONED)
                .map(Outcome::code);
        var ofAnswersAndScripts = Stream.of(
                "cancelled",
                "upstream_status",
                "reported_failure",
                "script_disabled",
                "script_error",
                "script_stopped");
        var codes = Stream.of(ofWebhooks, ofAll, ofAnswersAndScripts)
                .flatMap(Function.identity())
                .collect(Collectors.toSet());

        // When
        var documented = ROW.matcher(table(Files.readString(DOCUMENT)))
                .results()
                .map(row -> row.group(1))
                .toList();

        // Then
        assertThat(documented).containsExactlyInAnyOrderElementsOf(codes);
    }

    /** The rows below the heading, up to the empty line after them. */
    private static String table(String document) {
        var rows = document.substring(document.indexOf(HEADING));
        return rows.substring(0, rows.indexOf("\n\n"));
    }

    @Test
    void shouldNameWhyAnAddressWasDenied() {
        var denied = Outcome.of(Cause.ADDRESS_DENIED, Optional.of(AddressPolicy.Reason.LINK_LOCAL));

        assertThat(denied.code()).isEqualTo("address_denied");
        assertThat(denied.detail()).contains("link_local");
    }
}
