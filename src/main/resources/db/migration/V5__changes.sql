-- One row for each change of an action, written with the change. It names the fields that changed and holds no value of them.
create table custom_action_changes (
    id              uuid primary key,
    created_at      timestamptz not null,
    kept_from       timestamptz not null generated always as (created_at) stored,
    organization_id uuid        not null,
    action_id       uuid        not null,
    user_id         text        not null,
    user_name       text,
    change          text        not null,
    fields          jsonb       not null
);

create index custom_action_changes_listed
    on custom_action_changes (organization_id, action_id, created_at desc, id desc);

-- For deleting what is old. Not by created_at: then the planner could take it for a list, and read past all other actions.
create index custom_action_changes_aging on custom_action_changes (kept_from);
