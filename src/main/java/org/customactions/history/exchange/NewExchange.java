package org.customactions.history.exchange;

import java.util.UUID;
import org.customactions.secret.EncryptedValue;

/**
 * What an execution sent and got back, encrypted and not stored yet. The statement that ends the execution stores it
 * too.
 *
 * @param organizationId organization of the execution
 * @param encrypted the exchange
 * @param most bytes that the organization may have; 0 if nobody has to look this time
 */
public record NewExchange(UUID organizationId, EncryptedValue encrypted, long most) {

    /**
     * Part of a statement's {@code with} clause that stores exchanges. The part {@code ended} has their
     * {@code execution}, {@code organization}, {@code exchange_key} and {@code exchange}, which is null where none is
     * kept.
     */
    public static final String STORING = """
            exchange as (
                insert into execution_exchanges (execution_id, organization_id, created_at, key_id, exchange)
                select execution, organization, now(), exchange_key, exchange
                from ended
                where exchange is not null
                on conflict do nothing
            )""";

    /**
     * The same, where {@code exchange_most} says how much some organizations may have. The newest stay, those of this
     * statement included.
     */
    public static final String MAKING_ROOM = STORING + """
            , oldest as (
                delete from execution_exchanges
                where execution_id in (
                    select execution_id
                    from (
                        select x.execution_id, room.bytes, sum(x.bytes) over (
                            partition by x.organization_id order by x.created_at desc, x.execution_id desc) as so_far
                        from execution_exchanges x
                        join (
                            select organization, min(exchange_most) - sum(octet_length(exchange)) as bytes
                            from ended
                            group by organization
                            having min(exchange_most) is not null) as room
                        on room.organization = x.organization_id) as newest
                    where so_far > bytes)
            )""";

    /** Without contents, which are customer data. */
    @Override
    public String toString() {
        return "NewExchange[%d bytes]".formatted(encrypted.bytes().length);
    }
}
