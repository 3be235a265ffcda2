package org.customactions.history.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.customactions.database.ExpiringRows;
import org.customactions.secret.EncryptedValue;
import org.customactions.secret.SecretKeys;
import org.customactions.secret.SecretPlace;
import org.customactions.secret.UnreadableSecretException;
import org.jboss.logging.Logger;

/** Keeps what executions sent and got back: without secrets, encrypted, for a time, and so much of an organization. */
@ApplicationScoped
public class Exchanges {

    private static final Logger LOG = Logger.getLogger(Exchanges.class);

    private static final String FIND = """
            select key_id, encode(exchange, 'hex') as exchange
            from execution_exchanges
            where execution_id = :execution and organization_id = :organization
                and created_at > now() - make_interval(secs => :kept)
            """;

    private final SecretKeys keys;
    private final ObjectMapper mapper;
    private final KeptExchanges kept;
    private final Duration retention;
    private final long most;
    private final ExchangeRoom room;

    Exchanges(SecretKeys keys, ObjectMapper mapper, HistoryConfiguration configuration) {
        this.keys = keys;
        this.mapper = mapper;
        this.kept = configuration.exchanges();
        this.retention = retention(configuration);
        this.most = configuration.maxExchangesPerOrganization().asLongValue();
        this.room = new ExchangeRoom(most);
    }

    /** Whether the exchange of an execution is kept that ended so. */
    public boolean contain(boolean success) {
        return kept.contain(success) && keys.currentId().isPresent();
    }

    /**
     * What is stored of an exchange; empty if there is no key, or if it is larger than all that an organization may
     * have.
     *
     * @param exchange without secrets
     */
    public Optional<NewExchange> sealed(UUID organizationId, UUID executionId, JsonNode exchange) {
        var text = exchange.toString().getBytes(StandardCharsets.UTF_8);
        return keys.seal(SecretPlace.ofExchange(organizationId, executionId), text)
                .filter(encrypted -> encrypted.bytes().length <= most)
                .map(encrypted -> new NewExchange(
                        organizationId,
                        encrypted,
                        room.isToBeMadeFor(organizationId, encrypted.bytes().length) ? most : 0));
    }

    /** The exchange of an execution; empty if none is kept, or if it cannot be read. In a session. */
    public Uni<Optional<JsonNode>> find(UUID organizationId, UUID executionId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FIND, Tuple.class)
                        .setParameter("execution", executionId)
                        .setParameter("organization", organizationId)
                        .setParameter("kept", retention.toMillis() / 1000.0)
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row).flatMap(found -> opened(organizationId, executionId, found)));
    }

    private Optional<JsonNode> opened(UUID organizationId, UUID executionId, Tuple row) {
        try {
            var encrypted = new EncryptedValue(
                    row.get("key_id", String.class), HexFormat.of().parseHex(row.get("exchange", String.class)));
            return Optional.of(
                    mapper.readTree(keys.open(SecretPlace.ofExchange(organizationId, executionId), encrypted)));
        } catch (UnreadableSecretException e) {
            LOG.warn(e.getMessage());
            return Optional.empty();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was kept of an execution is no JSON", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Duration retention(HistoryConfiguration configuration) {
        var longest = configuration.retention();
        return configuration.exchangeRetention().compareTo(longest) < 0 ? configuration.exchangeRetention() : longest;
    }

    /** Deletes exchanges past their retention. */
    static final class Cleaned {

        @Produces
        @Singleton
        ExpiringRows old(HistoryConfiguration configuration) {
            return new ExpiringRows(
                    "exchanges past their retention",
                    "execution_exchanges",
                    "execution_id",
                    "created_at",
                    retention(configuration));
        }
    }
}
