-- A contact's id belongs to its organization: two organizations may use the same. Only the service's own table changes; a
-- chat platform's table or view stays as it is, and so do its keys. The platform's own is told by columns or references
-- that this table never had.
do
$$
    declare
        key name;
    begin
        select c.conname
        into key
        from pg_constraint c
            join pg_class t on t.oid = c.conrelid
        where t.oid = to_regclass('contacts')
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
                                and a.attname not in ('id', 'created_at', 'updated_at', 'deleted_at', 'organization_id',
                                                      'phone_number', 'name', 'profile_name', 'tags', 'metadata'));
        if key is not null then
            execute format('alter table contacts drop constraint %I, add primary key (organization_id, id)', key);
        end if;
    end
$$;
