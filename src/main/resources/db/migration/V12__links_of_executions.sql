-- The pages that executions lead to, for as long as who clicked may ask for another way there. The redirects themselves are
-- over within seconds.
create table execution_links (
    execution_id    uuid primary key,
    organization_id uuid        not null,
    user_id         text        not null,
    url             text        not null,
    expires_at      timestamptz not null
);

create index execution_links_expiring on execution_links (expires_at);
