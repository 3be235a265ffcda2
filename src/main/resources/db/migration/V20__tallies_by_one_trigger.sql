-- Executions that one statement ends are counted by one trigger, not by one for what there is now and another one for what
-- there was before, and one that begins without an end calls none: half of what a click cost the database was triggers that
-- found nothing to count.
drop trigger tallied_with_its_end on custom_action_executions;
drop trigger tallied_at_its_end on custom_action_executions;
drop trigger tallied_until_its_update on custom_action_executions;
drop trigger tallied_when_deleted on custom_action_executions;
drop function tally_executions();

create function tally_executions() returns trigger
    language plpgsql
    set search_path from current
as
$$
begin
    case tg_op
        when 'INSERT' then
            insert into execution_tally_changes
            values (new.organization_id, cast(new.created_at at time zone 'UTC' as date), new.action_id,
                execution_bucket(new.duration_ms), 1, case when new.success then 0 else 1 end, new.created_at);
        when 'UPDATE' then
            insert into execution_tally_changes
            select organization_id, cast(created_at at time zone 'UTC' as date), action_id, execution_bucket(duration_ms),
                sum(number), sum(case when success then 0 else number end), max(created_at)
            from (
                select 1 as number, organization_id, created_at, action_id, duration_ms, success, trial from counted
                union all
                select -1, organization_id, created_at, action_id, duration_ms, success, trial from before
            ) as changed
            where success is not null and not trial and action_id is not null
            group by 1, 2, 3, 4
            having sum(number) <> 0 or sum(case when success then 0 else number end) <> 0;
        when 'DELETE' then
            insert into execution_tally_changes
            select organization_id, cast(created_at at time zone 'UTC' as date), action_id, execution_bucket(duration_ms),
                -count(*), -count(*) filter (where not success), max(created_at)
            from before
            where success is not null and not trial and action_id is not null
            group by 1, 2, 3, 4;
    end case;
    return null;
end
$$;

-- By triggers, so that what the version before ends and deletes is counted as well. Seldom does a row come with its end.
create trigger tallied_with_its_end
    after insert on custom_action_executions
    for each row when (new.success is not null and not new.trial and new.action_id is not null)
    execute function tally_executions();

create trigger tallied_at_its_end
    after update on custom_action_executions
    referencing old table as before new table as counted
    for each statement execute function tally_executions();

create trigger tallied_when_deleted
    after delete on custom_action_executions
    referencing old table as before
    for each statement execute function tally_executions();
