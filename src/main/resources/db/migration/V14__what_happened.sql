-- What managers see of an execution besides: names as they were then, the code of what happened, whether it was only tried,
-- and when its end was written. A trial of what is not saved has no action. The version before neither reads nor writes
-- them.
alter table custom_action_executions
    alter column action_id drop not null,
    add column action_name text,
    add column user_name text,
    add column outcome text,
    add column trial boolean not null default false,
    add column ended_at timestamptz;

-- For the history of a whole organization, and that of a contact or a user in it. Who has many millions of rows can make
-- them before, concurrently: docs/operations.md.
create index if not exists custom_action_executions_of_organization
    on custom_action_executions (organization_id, created_at desc, id desc);
create index if not exists custom_action_executions_of_contact
    on custom_action_executions (organization_id, contact_id, created_at desc, id desc);
create index if not exists custom_action_executions_of_user
    on custom_action_executions (organization_id, user_id, created_at desc, id desc);

-- What a webhook sent and got back, without secrets and encrypted with the key that key_id names.
create table execution_exchanges (
    execution_id    uuid primary key,
    organization_id uuid        not null,
    created_at      timestamptz not null,
    key_id          text        not null,
    exchange        bytea       not null,
    bytes           integer     not null generated always as (octet_length(exchange)) stored
);

create index execution_exchanges_of_organization
    on execution_exchanges (organization_id, created_at desc, execution_id desc) include (bytes);
create index execution_exchanges_aging on execution_exchanges (created_at);

-- How many executions of the history ended, by day (UTC) and by how long they took: the fourth part of an octave of
-- milliseconds that a bucket is. Trials do not count.
create table execution_tallies (
    organization_id uuid        not null,
    day             date        not null,
    action_id       uuid        not null,
    bucket          smallint    not null,
    executions      integer     not null,
    failures        integer     not null,
    last_at         timestamptz not null,
    primary key (organization_id, day, action_id, bucket)
);

create index execution_tallies_aging on execution_tallies (day);

-- What is still to be added to them. Rows come with the end of an execution, so that no two executions wait for one row.
create table execution_tally_changes (
    organization_id uuid        not null,
    day             date        not null,
    action_id       uuid        not null,
    bucket          smallint    not null,
    executions      smallint    not null,
    failures        smallint    not null,
    last_at         timestamptz not null
);

create index execution_tally_changes_of_organization on execution_tally_changes (organization_id);

create function execution_bucket(milliseconds bigint) returns smallint
    language sql immutable
    return cast(floor(4 * ln(cast(greatest(coalesce(milliseconds, 1), 1) as float8)) / ln(cast(2 as float8))) as smallint);

-- By triggers, so that what the version before ends and deletes is counted as well.
create function tally_execution() returns trigger
    language plpgsql
    set search_path from current
as
$$
begin
    if tg_op <> 'INSERT' and old.success is not null and not old.trial and old.action_id is not null then
        insert into execution_tally_changes
        values (old.organization_id, cast(old.created_at at time zone 'UTC' as date), old.action_id,
                execution_bucket(old.duration_ms), -1, case when old.success then 0 else -1 end, old.created_at);
    end if;
    if tg_op = 'DELETE' then
        return old;
    end if;
    if new.success is not null then
        new.ended_at := now();
        if not new.trial and new.action_id is not null then
            insert into execution_tally_changes
            values (new.organization_id, cast(new.created_at at time zone 'UTC' as date), new.action_id,
                    execution_bucket(new.duration_ms), 1, case when new.success then 0 else 1 end, new.created_at);
        end if;
    end if;
    return new;
end
$$;

create trigger tallied_with_its_end
    before insert on custom_action_executions
    for each row when (new.success is not null)
    execute function tally_execution();

create trigger tallied_at_its_end
    before update of success, duration_ms on custom_action_executions
    for each row when (old.success is distinct from new.success or old.duration_ms is distinct from new.duration_ms)
    execute function tally_execution();
