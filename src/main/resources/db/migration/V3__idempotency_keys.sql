-- What was executed under which Idempotency-Key. The key itself is not kept: key_hash is SHA-256 of it and of who used it for
-- which action, and the answer is encrypted with it. Without an answer, the execution is under way until lease_until, and
-- nobody knows how it ended after that.
create table custom_action_keys (
    key_hash     text primary key,
    execution_id uuid        not null,
    contact_id   uuid        not null,
    lease_until  timestamptz not null,
    expires_at   timestamptz not null,
    answer       bytea
);

create index custom_action_keys_expiring on custom_action_keys (expires_at);
