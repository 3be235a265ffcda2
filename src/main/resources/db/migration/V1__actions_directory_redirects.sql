-- The actions may already be there as a chat platform's table, and the directory (contacts, users, organizations) as views
-- over its own: what exists under these names is used as it is.

create table if not exists organizations (
    id   uuid primary key,
    name text not null
);

create table if not exists users (
    id              uuid primary key,
    organization_id uuid not null,
    email           text,
    full_name       text,
    role            text
);

create table if not exists contacts (
    id              uuid primary key,
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now(),
    deleted_at      timestamptz,
    organization_id uuid        not null,
    phone_number    text        not null,
    name            text        not null default '',
    profile_name    text        not null default '',
    tags            jsonb       not null default '[]',
    metadata        jsonb       not null default '{}'
);

create table if not exists custom_actions (
    id              uuid primary key,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    deleted_at      timestamptz,
    organization_id uuid        not null,
    name            text        not null,
    icon            text        not null,
    action_type     text        not null,
    config          jsonb       not null,
    is_active       boolean     not null,
    display_order   integer     not null
);

create index if not exists custom_actions_listed
    on custom_actions (organization_id, display_order, created_at desc, id)
    where deleted_at is null;

-- A token is stored only as its SHA-256 hash, in hexadecimal.
create table redirect_tokens (
    token_hash text primary key,
    url        text        not null,
    expires_at timestamptz not null
);

create index redirect_tokens_expiring on redirect_tokens (expires_at);

-- A view cannot be indexed, and need not be: its tables are the platform's.
do
$$
    begin
        if exists (select 1
                   from pg_class
                   where oid = to_regclass('contacts')
                     and relkind in ('r', 'p')) then
            create index if not exists contacts_listed
                on contacts (organization_id, created_at desc, id)
                where deleted_at is null;
        end if;
    end
$$;
