-- Webhooks that were answered at once and are sent later: the queue that every replica works on. A row waits while due_at is
-- set; it is ready once that time has come. While it is under way, due_at is when it counts as left behind by a replica that
-- died, and takes tells whose it is. The request and the answer are encrypted, the id of their key in front. A request is gone once it has arrived, and a week after it has failed for good.
create table background_executions (
    execution_id    uuid primary key,
    organization_id uuid        not null,
    action_id       uuid        not null,
    action_type     text        not null,
    user_id         text        not null,
    upstream        smallint    not null,
    accepted_at     timestamptz not null,
    due_at          timestamptz,
    is_ready        boolean     not null default false,
    under_way       boolean     not null default false,
    takes           integer     not null default 0,
    attempts        integer     not null default 0,
    failures        integer     not null default 0,
    request         bytea,
    request_bytes   integer     not null,
    ended_at        timestamptz,
    success         boolean,
    answer          bytea,
    check (not is_ready or due_at is not null)
);

-- Encrypted bytes cannot be compressed. Rows are updated with every attempt.
alter table background_executions
    alter column request set storage external,
    alter column answer set storage external,
    set (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02);

-- Whose turn it is: what is ready, of an organization by upstream. What waits for its time is not in it, and nothing else could
-- serve to find a lane, so neither a backlog nor old statistics make anybody read past rows of others.
create index background_executions_ready on background_executions (organization_id, upstream, due_at)
    include (request_bytes) where is_ready;

-- What becomes ready next.
create index background_executions_sleeping on background_executions (due_at) where due_at is not null and not is_ready;

-- How much of an organization waits, with what is ready.
create index background_executions_sleeping_of on background_executions (organization_id)
    include (request_bytes) where due_at is not null and not is_ready;

-- What is kept of an organization for another round of attempts.
create index background_executions_failed on background_executions (organization_id)
    include (request_bytes) where due_at is null and request is not null;

create index background_executions_ended on background_executions (ended_at) where ended_at is not null;

-- Null for what was not left for the background.
alter table custom_action_executions add column attempts integer;
