-- The part of Whatomate's tables that its custom actions touch, with the columns and the nulls that it has.

create table organizations (
    id         uuid primary key default gen_random_uuid(),
    created_at timestamptz,
    updated_at timestamptz,
    deleted_at timestamptz,
    name       varchar(255) not null,
    slug       varchar(100) not null unique
);

create table custom_roles (
    id              uuid primary key default gen_random_uuid(),
    created_at      timestamptz,
    updated_at      timestamptz,
    deleted_at      timestamptz,
    organization_id uuid         not null references organizations,
    name            varchar(100) not null,
    is_system       boolean default false
);

create table permissions (
    id         uuid primary key default gen_random_uuid(),
    created_at timestamptz,
    updated_at timestamptz,
    deleted_at timestamptz,
    resource   varchar(50) not null,
    action     varchar(20) not null,
    unique (resource, action)
);

create table role_permissions (
    custom_role_id uuid references custom_roles,
    permission_id  uuid references permissions,
    primary key (custom_role_id, permission_id)
);

create table users (
    id              uuid primary key default gen_random_uuid(),
    created_at      timestamptz,
    updated_at      timestamptz,
    deleted_at      timestamptz,
    organization_id uuid references organizations,
    email           varchar(255) not null unique,
    full_name       varchar(255),
    role_id         uuid references custom_roles,
    is_active       boolean default true,
    is_super_admin  boolean default false
);

create table user_organizations (
    id              uuid primary key default gen_random_uuid(),
    created_at      timestamptz,
    updated_at      timestamptz,
    deleted_at      timestamptz,
    user_id         uuid not null references users,
    organization_id uuid not null references organizations,
    role_id         uuid references custom_roles,
    unique (user_id, organization_id)
);

create table contacts (
    id              uuid primary key default gen_random_uuid(),
    created_at      timestamptz,
    updated_at      timestamptz,
    deleted_at      timestamptz,
    organization_id uuid        not null references organizations,
    phone_number    varchar(50) not null,
    profile_name    varchar(255),
    tags            jsonb default '[]',
    metadata        jsonb default '{}',
    unique (organization_id, phone_number)
);

create table custom_actions (
    id              uuid primary key default gen_random_uuid(),
    created_at      timestamptz,
    updated_at      timestamptz,
    deleted_at      timestamptz,
    organization_id uuid         not null references organizations,
    name            varchar(100) not null,
    icon            varchar(50),
    action_type     varchar(20)  not null,
    config          jsonb   default '{}',
    is_active       boolean default true,
    display_order   bigint  default 0
);

create index idx_custom_actions_organization_id on custom_actions (organization_id);
