-- Pages of the history and its retention beside 1,000 and 1,000,000 executions. Run in an empty database:
--   psql -v ON_ERROR_STOP=1 -f src/main/resources/db/migration/V2__execution_history.sql -f src/bench/sql/history.sql
\set organization '\'00000000-0000-4000-8000-000000000001\''
\set few '\'00000000-0000-4000-8000-000000000002\''
\set many '\'00000000-0000-4000-8000-000000000003\''

-- As they are written: begun, and ended by an update. A tenth is older than 90 days.
insert into custom_action_executions
    (id, created_at, lease_until, organization_id, action_id, action_type, contact_id, user_id)
select gen_random_uuid(), at, at, :organization, action, 'webhook',
    gen_random_uuid(), gen_random_uuid()::text
from (values (:few::uuid, 1000.0), (:many::uuid, 1000000.0)) as actions (action, n), generate_series(1, n) i,
    lateral (select now() - interval '100 days' * (1 - i / n) as at) as times;
update custom_action_executions
set success = true, message = 'Webhook executed successfully', http_status = 200, duration_ms = 41;
vacuum analyze custom_action_executions;
select pg_size_pretty(pg_table_size('custom_action_executions')) as rows,
    pg_size_pretty(pg_indexes_size('custom_action_executions')) as indexes;

prepare page (uuid, timestamptz, uuid) as
    select * from custom_action_executions
    where organization_id = :organization and action_id = $1 and (created_at, id) < ($2, $3)
    order by created_at desc, id desc
    limit 51;
\set zero '\'00000000-0000-0000-0000-000000000000\''
-- The first of each warms up.
\o /dev/null
execute page (:few, now() - interval '50 days', :zero);
execute page (:many, now() - interval '50 days', :zero);
\o
\echo The first page and one in the middle of 1,000
explain (analyze, buffers, costs off) execute page (:few, now(), :zero);
explain (analyze, buffers, costs off) execute page (:few, now() - interval '50 days', :zero);
\echo The first page and one in the middle of 1,000,000
explain (analyze, buffers, costs off) execute page (:many, now(), :zero);
explain (analyze, buffers, costs off) execute page (:many, now() - interval '50 days', :zero);
\echo A batch of the retention
explain (analyze, buffers, costs off)
delete from custom_action_executions where id in (
    select id from custom_action_executions
    where lease_until < now() - make_interval(secs => 7776000)
    order by lease_until
    limit 1000
    for update skip locked);
