-- What the fields of a change were before it and are after it, with "replaced" for a secret: a list of field, before and after.
-- It is null where nothing was replaced or where it was forgotten, because an organization may keep only so much of it. A
-- change that is restored is called updated, which the version before can read; it neither reads nor writes these columns.
alter table custom_action_changes
    add column restored boolean not null default false,
    add column replaced jsonb,
    add column replaced_bytes integer;

create index custom_action_changes_valued on custom_action_changes (organization_id, created_at desc, id desc)
    where replaced is not null;

-- For deleting what was deleted long ago. A view cannot be indexed, and need not be: its table is the platform's.
do
$$
    begin
        if exists (select 1
                   from pg_class
                   where oid = to_regclass('custom_actions')
                     and relkind in ('r', 'p')) then
            create index if not exists custom_actions_deleted on custom_actions (deleted_at) where deleted_at is not null;
        end if;
    end
$$;
