-- The secrets that the webhooks of an organization share. A value is as those of headers are: text, or an object if it is
-- encrypted.
create table organization_secrets (
    organization_id uuid        not null,
    name            text        not null,
    value           jsonb       not null,
    updated_at      timestamptz not null,
    primary key (organization_id, name)
);

-- Which actions use them, as the action was saved last. Rows of deleted actions stay with them. There is no reference to
-- custom_actions, which may be a view.
create table custom_action_secrets (
    organization_id uuid not null,
    name            text not null,
    action_id       uuid not null,
    primary key (organization_id, name, action_id)
);

create index custom_action_secrets_of_actions on custom_action_secrets (action_id);
