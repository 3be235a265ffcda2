package org.customactions.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the chart says, to a value that cannot be and after an installation. */
class ChartSentencesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            databse.host                               | x    | additional properties 'databse' not allowed
            database.hots                              | x    | at '/database': additional properties 'hots' not allowed
            database.port                              | x    | at '/database/port': got string, want integer
            database.port                              | 0    | at '/database/port': minimum: got 0, want 1
            database.sslMode                           | on   | at '/database/sslMode': value must be one of
            image.kind                                 | java | at '/image/kind': value must be one of
            settings.HISTORY_RETENTION                 | 30D  | invalid propertyName 'HISTORY_RETENTION'
            settings.DB_PASSWORD                       | x    | Take DB_PASSWORD out of settings: credentials come from Secrets
            settings.CUSTOM_ACTIONS_SECRETS_KEY        | x    | Take CUSTOM_ACTIONS_SECRETS_KEY out of settings
            settings.CUSTOM_ACTIONS_JWT_SECRET         | x    | Take CUSTOM_ACTIONS_JWT_SECRET out of settings
            settings.DB_HOST                           | x    | Take DB_HOST out of settings: it has a value of its own
            settings.MP_JWT_VERIFY_ISSUER              | x    | Take MP_JWT_VERIFY_ISSUER out of settings
            podLabels.app\\.kubernetes\\.io/component  | x    | invalid propertyName 'app.kubernetes.io/component'
            image.repository                           | ''   | Set image.repository to the place of your image
            database.host                              | ''   | Set database.host to the host name of PostgreSQL
            database.existingSecret                    | ''   | Set database.existingSecret to the Secret
            database.rootCertificate.existingSecret    | ca   | Set database.sslMode to verify-full or verify-ca
            identity.publicKeyLocation                 | ''   | Set identity.publicKeyLocation or identity.sharedSecret
            identity.sharedSecret.existingSecret       | x    | Set only one of identity.publicKeyLocation and
            identity.cookie                            | x    | Set identity.csrfCookie
            httpRoute.hostnames                        | null | Set httpRoute.hostnames
            ingress.enabled                            | true | Set ingress.host
            autoscaling.minReplicas                    | 7    | Set autoscaling.maxReplicas to at least
            """)
    void shouldSayWhatIsWrongWithAValue(String value, String is, String sentence) {
        Chart.assumeHelm();

        assertThatThrownBy(() -> Chart.with(value, typed(is))).hasMessageContaining(sentence);
    }

    private static Object typed(String text) {
        return switch (text) {
            case "0", "7" -> Integer.valueOf(text);
            case "true" -> true;
            default -> text;
        };
    }

    @Test
    void shouldSayWhatIsNextAndNoWarningWithoutACause() {
        var notes = Chart.notes("production-native", Map.of());

        assertThat(notes)
                .contains("kubectl -n chat rollout status deployment/chat-custom-actions")
                .contains("https://custom-actions.example.com/console/")
                .doesNotContain("WARNING");
    }

    @Test
    void shouldWarnOfWhatIsLessSafe() {
        var notes = Chart.notes("managed-database", Map.of("identity.issuer", "", "secretsKey.existingSecret", ""));

        assertThat(notes)
                .contains("WARNING: identity.issuer and identity.audiences are empty")
                .contains("WARNING: secretsKey.existingSecret is empty");
    }
}
