package org.customactions.background;

import io.vertx.core.buffer.Buffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.customactions.history.exchange.NewExchange;

/** Keeps what the last attempt of an execution sent and got back, instead of what an earlier one did. */
final class LastExchange {

    private LastExchange() {}

    /**
     * Parts of a statement's {@code with} clause.
     *
     * @param attempt the part whose row is the execution, if the attempt is still this replica's
     * @param first number of the first parameter of {@link #values}
     */
    static String storing(String attempt, int first) {
        return """
                exchange as (
                    insert into execution_exchanges as x (execution_id, organization_id, created_at, key_id, exchange)
                    select execution_id, organization_id, now(), $%2$d::text, $%3$d::bytea
                    from %1$s
                    where $%3$d::bytea is not null
                    on conflict (execution_id) do update
                        set created_at = excluded.created_at, key_id = excluded.key_id, exchange = excluded.exchange
                ), earlier as (
                    delete from execution_exchanges as x
                    using %1$s
                    where x.execution_id = %1$s.execution_id and $%3$d::bytea is null and $%5$d::boolean
                ), oldest as (
                    delete from execution_exchanges
                    where execution_id = any(array(
                        select newest.execution_id
                        from (
                            select x.execution_id,
                                sum(x.bytes) over (order by x.created_at desc, x.execution_id desc) as so_far
                            from execution_exchanges x
                            where x.organization_id = (select organization_id from %1$s)
                                and x.execution_id <> (select execution_id from %1$s)
                                and $%4$d::bigint > 0) as newest
                        where so_far > $%4$d::bigint - octet_length($%3$d::bytea)))
                )""".formatted(attempt, first, first + 1, first + 2, first + 3);
    }

    /** @param isAttempt whether there was one, so that what an earlier one sent is the last no more */
    static List<Object> values(Optional<NewExchange> exchange, boolean isAttempt) {
        return Arrays.asList(
                exchange.map(kept -> kept.encrypted().keyId()).orElse(null),
                exchange.map(kept -> Buffer.buffer(kept.encrypted().bytes())).orElse(null),
                exchange.map(NewExchange::most).orElse(0L),
                isAttempt);
    }
}
