-- Pages of the trail of changes and its retention beside 1,000 and 1,000,000 changes. Run in an empty database:
--   psql -v ON_ERROR_STOP=1 -f src/main/resources/db/migration/V5__changes.sql -f src/bench/sql/changes.sql
\set organization '\'00000000-0000-4000-8000-000000000001\''
\set few '\'00000000-0000-4000-8000-000000000002\''
\set many '\'00000000-0000-4000-8000-000000000003\''

-- A tenth is older than 365 days.
insert into custom_action_changes
    (id, created_at, organization_id, action_id, user_id, user_name, change, fields)
select gen_random_uuid(), at, :organization, action, gen_random_uuid()::text, 'Grace Hopper', 'updated',
    '["name", "config.url"]'
from (values (:few::uuid, 1000.0), (:many::uuid, 1000000.0)) as actions (action, n), generate_series(1, n) i,
    lateral (select now() - interval '405 days' * (1 - i / n) as at) as times;
vacuum analyze custom_action_changes;
select pg_size_pretty(pg_table_size('custom_action_changes')) as rows,
    pg_size_pretty(pg_indexes_size('custom_action_changes')) as indexes;
select round(avg(pg_column_size(c.*))) as bytes_of_a_row from custom_action_changes c;

prepare page (uuid, timestamptz, uuid) as
    select * from custom_action_changes
    where organization_id = :organization and action_id = $1 and (created_at, id) < ($2, $3)
    order by created_at desc, id desc
    limit 51;
\set zero '\'00000000-0000-0000-0000-000000000000\''
-- The first of each warms up.
\o /dev/null
execute page (:few, now() - interval '200 days', :zero);
execute page (:many, now() - interval '200 days', :zero);
\o
\echo The first page and one in the middle of 1,000
explain (analyze, buffers, costs off) execute page (:few, now(), :zero);
explain (analyze, buffers, costs off) execute page (:few, now() - interval '200 days', :zero);
\echo The first page and one in the middle of 1,000,000
explain (analyze, buffers, costs off) execute page (:many, now(), :zero);
explain (analyze, buffers, costs off) execute page (:many, now() - interval '200 days', :zero);
\echo A batch of the retention
explain (analyze, buffers, costs off)
delete from custom_action_changes where id in (
    select id from custom_action_changes
    where kept_from < now() - make_interval(secs => 31536000)
    order by kept_from
    limit 1000
    for update skip locked);
