-- Counts what had ended before its end was counted. Nothing old is deleted meanwhile, because that is what the lock is for.
do
$$
    begin
        perform pg_advisory_xact_lock(hashtextextended('custom_actions/cleaning', 0));
        insert into execution_tallies
        select organization_id, cast(created_at at time zone 'UTC' as date), action_id, execution_bucket(duration_ms),
            count(*), count(*) filter (where not success), max(created_at)
        from custom_action_executions
        where success is not null and ended_at is null and action_id is not null
        group by 1, 2, 3, 4;
    end
$$;

create trigger tallied_when_deleted
    before delete on custom_action_executions
    for each row when (old.success is not null)
    execute function tally_execution();
