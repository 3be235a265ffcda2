package org.customactions.history.exchange;

import java.util.UUID;
import org.customactions.secret.EncryptedValue;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What an execution sent and got back, encrypted and not stored yet. The statement that ends the execution stores it
 * too.
 *
 * @param organizationId organization of the execution
 * @param encrypted the exchange
 * @param most bytes that the organization may have; 0 if nobody has to look this time
 */
public record NewExchange(UUID organizationId, EncryptedValue encrypted, long most) {

    private static final String STORING = """
            exchange as (
                insert into execution_exchanges (execution_id, organization_id, created_at, key_id, exchange)
                values (:execution, :exchangeOrganization, now(), :exchangeKey, :exchange)
                on conflict do nothing
            )""";

    /** The newest stay, this one included. */
    private static final String MAKING_ROOM = STORING + """
            , oldest as (
                delete from execution_exchanges
                where execution_id in (
                    select execution_id
                    from (
                        select execution_id,
                            sum(bytes) over (order by created_at desc, execution_id desc) as so_far
                        from execution_exchanges
                        where organization_id = :exchangeOrganization) as newest
                    where so_far > :exchangeMost)
            )""";

    /**
     * Part of a statement's {@code with} clause that stores the exchange of the execution {@code :execution}, once
     * {@link #bind} has set the other parameters.
     */
    public String storing() {
        return most > 0 ? MAKING_ROOM : STORING;
    }

    /** Sets the parameters of {@link #storing}. */
    public void bind(Mutiny.AbstractQuery query) {
        query.setParameter("exchangeOrganization", organizationId)
                .setParameter("exchangeKey", encrypted.keyId())
                .setParameter("exchange", encrypted.bytes());
        if (most > 0) {
            query.setParameter("exchangeMost", most - encrypted.bytes().length);
        }
    }

    /** Without contents, which are customer data. */
    @Override
    public String toString() {
        return "NewExchange[%d bytes]".formatted(encrypted.bytes().length);
    }
}
