-- One row for each execution, there before anything happens. Until the execution has ended, success and what follows it are
-- null; after lease_until, which no execution outlives, null means that nobody knows how it ended.
create table custom_action_executions (
    id              uuid primary key,
    created_at      timestamptz not null,
    lease_until     timestamptz not null,
    organization_id uuid        not null,
    action_id       uuid        not null,
    action_type     text        not null,
    contact_id      uuid        not null,
    user_id         text        not null,
    success         boolean,
    message         text,
    http_status     integer,
    duration_ms     bigint
);

create index custom_action_executions_listed
    on custom_action_executions (organization_id, action_id, created_at desc, id desc);

-- For deleting what is old. Not by created_at: then the planner could take it for a list, and read past all other actions.
create index custom_action_executions_aging on custom_action_executions (lease_until);
