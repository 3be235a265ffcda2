-- For searching contacts. The extension comes with PostgreSQL, but may be missing or need another role to create it: then
-- a search reads all contacts of its organization, as before.
do
$$
    begin
        if exists (select 1
                   from pg_class
                   where oid = to_regclass('contacts')
                     and relkind in ('r', 'p')) then
            create extension if not exists pg_trgm;
            create index if not exists contacts_searched
                on contacts using gin (name gin_trgm_ops, profile_name gin_trgm_ops, phone_number gin_trgm_ops)
                where deleted_at is null;
        end if;
    exception
        when others then
            raise notice 'Contacts are searched without an index: %', sqlerrm;
    end
$$;
