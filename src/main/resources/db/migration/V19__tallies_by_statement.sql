-- Executions that end or are deleted by one statement are counted by one row for each action, day and bucket, not by a row for
-- each. Whoever deletes an organization's history by hand may delete millions at once. Nothing writes ended_at any more: it
-- told the migration that began to count which ends were counted already.
alter table execution_tally_changes
    alter column executions type integer,
    alter column failures type integer;

drop trigger tallied_with_its_end on custom_action_executions;
drop trigger tallied_at_its_end on custom_action_executions;
drop trigger tallied_when_deleted on custom_action_executions;
drop function tally_execution();

-- The argument is 1 for what there is now, and -1 for what there was before.
create function tally_executions() returns trigger
    language plpgsql
    set search_path from current
as
$$
begin
    insert into execution_tally_changes
    select organization_id, cast(created_at at time zone 'UTC' as date), action_id, execution_bucket(duration_ms),
        count(*) * cast(tg_argv[0] as integer), count(*) filter (where not success) * cast(tg_argv[0] as integer),
        max(created_at)
    from counted
    where success is not null and not trial and action_id is not null
    group by 1, 2, 3, 4;
    return null;
end
$$;

-- By triggers, so that what the version before ends and deletes is counted as well.
create trigger tallied_with_its_end
    after insert on custom_action_executions
    referencing new table as counted
    for each statement execute function tally_executions('1');

create trigger tallied_at_its_end
    after update on custom_action_executions
    referencing new table as counted
    for each statement execute function tally_executions('1');

create trigger tallied_until_its_update
    after update on custom_action_executions
    referencing old table as counted
    for each statement execute function tally_executions('-1');

create trigger tallied_when_deleted
    after delete on custom_action_executions
    referencing old table as counted
    for each statement execute function tally_executions('-1');
