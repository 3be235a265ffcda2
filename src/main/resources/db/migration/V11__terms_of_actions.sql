-- What holds before an action runs: what the agent fills in, what the agent is asked, and who has the button. There is no
-- reference to custom_actions, which may be a view. Rows of deleted actions stay with them.
create table custom_action_terms (
    organization_id uuid  not null,
    action_id       uuid  not null,
    terms           jsonb not null,
    primary key (organization_id, action_id)
);
