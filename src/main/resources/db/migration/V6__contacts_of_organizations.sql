-- A contact's id belongs to its organization: two organizations may use the same. The key on the id alone stays until it
-- is in the way, because the version before needs it to write contacts, and serves on while this one is rolled out. The
-- first time that an organization uses an id of another, the service calls this function.
--
-- Only the service's own table changes; a chat platform's table or view stays as it is, and so do its keys. The
-- platform's own is told by columns or references that this table never had. The function runs with the rights of who
-- migrates, which the service may lack. It tells whether organizations may use the same ids now.
create function custom_actions_separate_contact_ids() returns boolean
    language plpgsql
    security definer
    set search_path from current
    set lock_timeout = '3s'
as
$$
    declare
        contacts_table constant oid := to_regclass('contacts');
        key name;
    begin
        select c.conname
        into key
        from pg_constraint c
            join pg_class t on t.oid = c.conrelid
        where t.oid = contacts_table
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
        return exists (select 1
                       from pg_constraint c
                       where c.conrelid = contacts_table
                           and c.contype in ('p', 'u')
                           and (select array_agg(a.attname::text order by a.attname)
                                from pg_attribute a
                                where a.attrelid = c.conrelid and a.attnum = any (c.conkey)) = array ['id', 'organization_id']);
    end
$$;

-- Nobody writes contacts to a table that has none.
do
$$
    begin
        if not exists (select 1 from contacts) then
            perform custom_actions_separate_contact_ids();
        end if;
    end
$$;
