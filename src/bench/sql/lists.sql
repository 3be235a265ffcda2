-- What is read before each list is answered, beside 10,000 organizations of 100 actions. Run in an empty database, or in
-- one of src/bench/load.sh, whose lists you then measure again; there without the first two files:
--   M=src/main/resources/db/migration
--   psql -v ON_ERROR_STOP=1 -f $M/V1__actions_directory_redirects.sql -f $M/V17__versions_of_lists.sql -f src/bench/sql/lists.sql
\set alone '\'00000000-0000-4000-8000-000000000000\''
\set among '\'00000000-0000-4000-8000-000000005000\''

-- Rows of one organization side by side first, the others' as they come when all organizations add theirs in turns.
alter table custom_actions disable trigger user;
insert into custom_actions (id, created_at, updated_at, organization_id, name, icon, action_type, config, is_active,
    display_order)
select gen_random_uuid(), now(), now(),
    cast('00000000-0000-4000-8000-' || lpad(organization::text, 12, '0') as uuid), 'Ticket ' || place, 'ticket', 'webhook',
    jsonb_build_object('url', 'https://example.com/tickets/' || place, 'method', 'POST', 'headers', '{}'::jsonb, 'body',
        repeat('{"name":"{{contact.name}}"}', 4)),
    true, place
from (
    select 0 as organization, place from generate_series(0, 99) place
    union all
    select organization, place from generate_series(0, 99) place, generate_series(1, 10000) organization) as rows;
alter table custom_actions enable trigger user;
insert into custom_action_versions
select distinct organization_id, 1 from custom_actions
on conflict do nothing;
vacuum analyze custom_actions, custom_action_versions;
select count(*) as actions, pg_size_pretty(pg_table_size('custom_actions')) as rows,
    pg_size_pretty(pg_indexes_size('custom_actions')) as indexes,
    pg_size_pretty(pg_total_relation_size('custom_action_versions')) as versions
from custom_actions;

prepare version (uuid) as
    select version
    from custom_action_versions
    where organization_id = $1 and exists (
        select from pg_trigger
        where tgrelid = to_regclass('custom_actions') and tgname = 'versioned' and tgenabled = 'O');
prepare rows (uuid) as
    select count(*) || '/' || coalesce(bit_xor(hash_record_extended(row(id, updated_at, display_order, xmin), 0)), 0)
    from custom_actions
    where organization_id = $1 and deleted_at is null;
-- The first of each warms up.
\o /dev/null
execute version (:alone);
execute version (:among);
execute rows (:alone);
execute rows (:among);
\o
\echo The number of an organization that lists have in common
explain (analyze, buffers, costs off) execute version (:among);
\echo Without it, where custom_actions is a view: rows that lie side by side, and rows among those of 10,000 organizations
explain (analyze, buffers, costs off) execute rows (:alone);
explain (analyze, buffers, costs off) execute rows (:among);
