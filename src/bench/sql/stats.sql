-- Statistics and the history of an organization beside ten million executions of 50 actions in 90 days. Run in an empty
-- database:
--   M=src/main/resources/db/migration
--   psql -v ON_ERROR_STOP=1 -f $M/V2__execution_history.sql -f $M/V14__what_happened.sql \
--     -f $M/V14_1__tallies_of_history.sql -f src/bench/sql/stats.sql
\set organization '\'00000000-0000-4000-8000-000000000001\''

-- As the version before left them, and counted as the migration counts them. Indexes are made behind them, to save time.
alter table custom_action_executions disable trigger user;
drop index custom_action_executions_listed, custom_action_executions_aging, custom_action_executions_of_organization,
    custom_action_executions_of_contact, custom_action_executions_of_user;
insert into custom_action_executions (id, created_at, lease_until, organization_id, action_id, action_type, contact_id,
    user_id, success, message, duration_ms)
select gen_random_uuid(), t, t, :organization, cast('00000000-0000-4000-8000-' || lpad((i % 50)::text, 12, '0') as uuid),
    'webhook', cast('00000000-0000-0000-0000-' || lpad((i % 100000)::text, 12, '0') as uuid), 'user-' || i % 200,
    i % 20 <> 0, 'Webhook executed successfully', 20 + (random() * random() * 2000)::int
from generate_series(1, 10000000) i, lateral (select now() - interval '89 days' * i / 10000000 as t) as times;
insert into execution_tallies
select organization_id, cast(created_at at time zone 'UTC' as date), action_id, execution_bucket(duration_ms),
    count(*), count(*) filter (where not success), max(created_at)
from custom_action_executions
where success is not null and ended_at is null and action_id is not null
group by 1, 2, 3, 4;
create index custom_action_executions_of_organization
    on custom_action_executions (organization_id, created_at desc, id desc);
vacuum analyze custom_action_executions, execution_tallies;
select count(*) as tallies, sum(executions) as executions from execution_tallies;

prepare sums (uuid, date) as
    select action_id, cast(day as text) as day, bucket, sum(executions) as executions, sum(failures) as failures,
        max(last_at) as last_at
    from (
        select action_id, day, bucket, executions, failures, last_at
        from execution_tallies
        where organization_id = $1 and day >= $2
        union all
        select action_id, day, bucket, executions, failures, last_at
        from execution_tally_changes
        where organization_id = $1 and day >= $2) as tallies
    group by grouping sets ((action_id, day), (action_id, bucket))
    having sum(executions) > 0;
prepare page (uuid, timestamptz, uuid) as
    select *
    from custom_action_executions
    where organization_id = $1 and (created_at, id) < ($2, $3)
    order by created_at desc, id desc
    limit 51;
-- Twice, because the first of each warms up.
\echo Statistics of 30 days, and of 90
explain (analyze, buffers, costs off) execute sums (:organization, current_date - 29);
explain (analyze, buffers, costs off) execute sums (:organization, current_date - 29);
explain (analyze, buffers, costs off) execute sums (:organization, current_date - 89);
explain (analyze, buffers, costs off) execute sums (:organization, current_date - 89);
\echo A page of the organization in the middle
explain (analyze, buffers, costs off)
execute page (:organization, now() - interval '45 days', '00000000-0000-0000-0000-000000000000');
explain (analyze, buffers, costs off)
execute page (:organization, now() - interval '45 days', '00000000-0000-0000-0000-000000000000');
