-- A number for each organization that becomes another one with every transaction that changes what its list of actions
-- shows, whoever writes: a trigger does it, so the version before and other programs count too. It does it at the commit,
-- so that transactions wait for each other no longer than that takes. Only a table can have it: where custom_actions is a
-- view, or an organization has no number yet, its rows tell. The function runs with the rights of who migrates, because
-- the version before may write before it got rights on the new table.
create table custom_action_versions (
    organization_id uuid primary key,
    version         bigint not null
) with (fillfactor = 50);

create function custom_actions_changed() returns trigger
    language plpgsql
    security definer
    set search_path from current
as
$$
begin
    if tg_op = 'TRUNCATE' then
        delete from custom_action_versions;
        return null;
    end if;
    if tg_op <> 'INSERT' and old.deleted_at is null then
        insert into custom_action_versions values (old.organization_id, pg_current_xact_id()::text::bigint)
        on conflict (organization_id) do update set version = excluded.version
        where custom_action_versions.version <> excluded.version;
    end if;
    if tg_op <> 'DELETE' and new.deleted_at is null
        and (tg_op = 'INSERT' or old.deleted_at is not null or old.organization_id <> new.organization_id) then
        insert into custom_action_versions values (new.organization_id, pg_current_xact_id()::text::bigint)
        on conflict (organization_id) do update set version = excluded.version
        where custom_action_versions.version <> excluded.version;
    end if;
    return null;
end
$$;

do
$$
    begin
        if exists (select 1
                   from pg_class
                   where oid = to_regclass('custom_actions')
                     and relkind = 'r') then
            create constraint trigger versioned
                after insert or update or delete on custom_actions
                deferrable initially deferred
                for each row execute function custom_actions_changed();
            create trigger versioned_anew
                after truncate on custom_actions
                for each statement execute function custom_actions_changed();
            insert into custom_action_versions
            select distinct organization_id, pg_current_xact_id()::text::bigint
            from custom_actions
            where deleted_at is null;
        end if;
    end
$$;
