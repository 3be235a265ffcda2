-- Runs in the transaction of each migration, before it. Where a chat platform's actions are a view, the first migration
-- would fail, because it makes an index on custom_actions, and a view has none. So it finds a temporary table of that name
-- instead, which is gone with the transaction. The migration itself cannot change: databases know its checksum.
do
$$
    begin
        if to_regclass('redirect_tokens') is null
            and exists (select 1
                        from pg_class
                        where oid = to_regclass('custom_actions')
                          and relnamespace = to_regnamespace(quote_ident(current_schema()))
                          and relkind not in ('r', 'p')) then
            create temporary table custom_actions (
                id              uuid,
                created_at      timestamptz,
                deleted_at      timestamptz,
                organization_id uuid,
                display_order   integer
            ) on commit drop;
        end if;
    end
$$;
