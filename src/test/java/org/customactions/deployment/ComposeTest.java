package org.customactions.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.customactions.database.DatabaseSettings;
import org.customactions.identity.JwtKeys;
import org.junit.jupiter.api.Test;

class ComposeTest {

    private static final Path FILE = Path.of("deployment/compose.yaml");

    private static Map<String, Compose.Service> services() throws IOException {
        return StrictYaml.read(FILE, Compose.class).services();
    }

    @Test
    void shouldAskForItsCredentialsInsteadOfHoldingThem() throws IOException {
        assertThat(services().values())
                .flatExtracting(service -> service.environment().entrySet())
                .filteredOn(variable ->
                        ((Map.Entry<?, ?>) variable).getKey().toString().matches(".*(PASSWORD|SECRET)"))
                .hasSize(3)
                .allSatisfy(variable -> assertThat(
                                ((Map.Entry<?, ?>) variable).getValue().toString())
                        .matches("\\$\\{(DB_PASSWORD|CUSTOM_ACTIONS_JWT_SECRET):\\?Set \\1 to [^}]+}"));
    }

    @Test
    void shouldSetOnlyWhatTheServiceReadsAndAllThatItNeeds() throws IOException {
        var environment = filledIn(services().get("service"));
        var settings = PodSettings.of(environment);

        assertThat(PodSettings.known()).containsAll(environment.keySet());
        assertThatNoException().isThrownBy(() -> JwtKeys.check(settings));
        assertThatNoException().isThrownBy(() -> DatabaseSettings.check(settings));
    }

    /** With something long enough for each variable that Compose asks for. */
    private static Map<String, String> filledIn(Compose.Service service) {
        return service.environment().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, variable -> variable.getValue().replaceAll("^\\$\\{.*}$", "x".repeat(32))));
    }

    @Test
    void shouldFindItsDatabase() throws IOException {
        var service = filledIn(services().get("service"));
        var database = services().get("postgresql").environment();

        assertThat(services()).containsKey(service.get("DB_HOST"));
        assertThat(service).containsEntry("DB_USERNAME", database.get("POSTGRES_USER"));
        assertThat(PodSettings.of(service).getValue("quarkus.datasource.reactive.url", String.class))
                .isEqualTo("postgresql://postgresql:5432/" + database.get("POSTGRES_DB"));
    }

    @Test
    void shouldRunAsLockedUpAsInKubernetesAndOnThisMachineOnly() throws IOException {
        var service = services().get("service");

        assertThat(service.readOnly()).isTrue();
        assertThat(service.tmpfs()).containsExactly("/tmp");
        assertThat(service.droppedCapabilities()).containsExactly("ALL");
        assertThat(service.securityOptions()).containsExactly("no-new-privileges:true");
        assertThat(service.ports()).containsExactly("127.0.0.1:8080:8080", "127.0.0.1:9000:9000");
        assertThat(FILE.resolveSibling(service.build().context())
                        .resolve(service.build().dockerfile()))
                .exists();
    }
}
