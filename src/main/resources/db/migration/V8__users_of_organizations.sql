-- A user may belong to several organizations, with a role in each. The key of the service's own table says so while
-- the table is empty: whoever has filled it may rely on the key on the id alone. A chat platform's table or view stays
-- as it is. The platform's own table is told by columns or references that this table never had.
do
$$
    declare
        users_table constant oid := to_regclass('users');
        key name;
    begin
        select c.conname
        into key
        from pg_constraint c
            join pg_class t on t.oid = c.conrelid
        where t.oid = users_table
            and t.relkind = 'r'
            and c.contype = 'p'
            and (select array_agg(a.attname::text)
                 from pg_attribute a
                 where a.attrelid = t.oid and a.attnum = any (c.conkey)) = array ['id']
            and not exists (select 1 from pg_constraint f where f.confrelid = t.oid and f.contype = 'f')
            and not exists (select 1
                            from pg_attribute a
                            where a.attrelid = t.oid
                                and a.attnum > 0
                                and not a.attisdropped
                                and a.attname not in ('id', 'organization_id', 'email', 'full_name', 'role'));
        if key is null then
            return;
        end if;
        if not exists (select 1 from users) then
            execute format('alter table users drop constraint %I, add primary key (id, organization_id)', key);
        end if;
    end
$$;
