-- The module of the buttons as each version of the service has it, so that every replica can serve what a page names by its
-- hash: during a rollout, and after it.
create table button_modules (
    version text primary key,
    content bytea       not null,
    seen_at timestamptz not null
);
