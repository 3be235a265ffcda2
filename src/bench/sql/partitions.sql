-- The history in one table and in partitions by month: what it takes to begin, end, find and forget an execution. Run in a
-- database that the service has migrated; it makes tables of its own in the schema "partitions" and drops them at the end:
--   psql -v ON_ERROR_STOP=1 -f src/bench/sql/partitions.sql
-- Times are processor time of this connection, from /proc, so run it on PostgreSQL's own machine (100 ticks a second).
\set rows 2000000
\set QUIET on
select pg_backend_pid() as pid \gset
\setenv PID :pid
create schema partitions;
set search_path = partitions, public;
set synchronous_commit = off;

create table plain (like custom_action_executions including indexes including defaults);
create table parted (like custom_action_executions including defaults) partition by range (created_at);
alter table parted add primary key (id, created_at);
create index on parted (lease_until);
create index on parted (organization_id, action_id, created_at desc, id desc);
create index on parted (organization_id, contact_id, created_at desc, id desc);
create index on parted (organization_id, created_at desc, id desc);
create index on parted (organization_id, user_id, created_at desc, id desc);
select format('create table parted_%s partition of parted for values from (%L) to (%L)', i,
        date_trunc('month', now()) - make_interval(months => 4 - i), date_trunc('month', now()) - make_interval(months => 3 - i))
from generate_series(0, 4) i \gexec

-- 120 days of one organization with 50 actions, 500 users and a contact for each click, in the order of time.
create view clicks as
    select gen_random_uuid() as id, now() - interval '120 days' * (1 - i / :rows.0) as created_at,
        '00000000-0000-4000-8000-000000000001'::uuid as organization_id, md5((i % 50)::text)::uuid as action_id,
        gen_random_uuid() as contact_id, md5((i % 500)::text) as user_id
    from generate_series(1, :rows) i;

create procedure fill(name text) language plpgsql as $$
begin
    execute format('insert into %I (id, created_at, lease_until, organization_id, action_id, action_type, contact_id, user_id,
            success, outcome, duration_ms)
        select id, created_at, created_at, organization_id, action_id, ''webhook'', contact_id, user_id, true, ''success'', 41
        from clicks', name);
end $$;
call fill('plain');
call fill('parted');
vacuum analyze plain;
vacuum analyze parted;

-- Executions of now that begin 32 at a time and end 32 at a time, as the service writes them.
create procedure click(name text, ending text, times int) language plpgsql as $$
declare
    ids uuid[];
begin
    for i in 1..times loop
        ids := array(select gen_random_uuid() from generate_series(1, 32));
        execute format('insert into %I (id, created_at, lease_until, organization_id, action_id, action_type, contact_id, user_id)
            select id, now(), now(), ''00000000-0000-4000-8000-000000000001'', md5((random() * 49)::int::text)::uuid, ''url'',
                gen_random_uuid(), md5((random() * 499)::int::text)
            from unnest($1) id', name) using ids;
        execute format('update %I x set success = true, outcome = ''success'', duration_ms = 1
            from unnest($1) e (id) where x.id = e.id %s', name, ending) using ids;
        commit;
    end loop;
end $$;
set enable_seqscan = off;

\echo Ticks of 64,000 executions in one table
\! awk '{print "from " $14 + $15}' /proc/$PID/stat
call click('plain', '', 2000);
\! awk '{print "to " $14 + $15}' /proc/$PID/stat
\echo Ticks of 64,000 executions in partitions, ended by id alone
\! awk '{print "from " $14 + $15}' /proc/$PID/stat
call click('parted', '', 2000);
\! awk '{print "to " $14 + $15}' /proc/$PID/stat
\echo Ticks of 64,000 executions in partitions, ended by id and time
\! awk '{print "from " $14 + $15}' /proc/$PID/stat
call click('parted', 'and x.created_at >= now() - interval ''10 minutes''', 2000);
\! awk '{print "to " $14 + $15}' /proc/$PID/stat

-- What is older than 90 days, in batches of 1,000 as the service deletes it, and the vacuum after that.
create procedure forget() language plpgsql as $$
declare
    deleted int := 1;
begin
    while deleted > 0 loop
        delete from plain where id in (
            select id from plain where lease_until < now() - interval '90 days'
            order by lease_until limit 1000 for update skip locked);
        get diagnostics deleted = row_count;
        commit;
    end loop;
end $$;
select count(*) as forgotten from plain where lease_until < now() - interval '90 days';
\echo Ticks of deleting them
\! awk '{print "from " $14 + $15}' /proc/$PID/stat
call forget();
\! awk '{print "to " $14 + $15}' /proc/$PID/stat
\echo Ticks of the vacuum after it
vacuum plain;
\! awk '{print "to " $14 + $15}' /proc/$PID/stat
\echo Ticks of dropping a month
\! awk '{print "from " $14 + $15}' /proc/$PID/stat
select count(*) as forgotten from parted_0;
alter table parted detach partition parted_0;
drop table parted_0;
\! awk '{print "to " $14 + $15}' /proc/$PID/stat

\echo A page of an organization, in one table and in partitions
explain (analyze, buffers, costs off) select * from plain where organization_id = '00000000-0000-4000-8000-000000000001'
    and (created_at, id) < (now() - interval '50 days', '00000000-0000-0000-0000-000000000000')
    order by created_at desc, id desc limit 51;
explain (analyze, buffers, costs off) select * from parted where organization_id = '00000000-0000-4000-8000-000000000001'
    and (created_at, id) < (now() - interval '50 days', '00000000-0000-0000-0000-000000000000')
    order by created_at desc, id desc limit 51;
drop schema partitions cascade;
