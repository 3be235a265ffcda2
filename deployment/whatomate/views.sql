-- Shows Whatomate's tables to custom-actions, in a schema of its own. Nothing of Whatomate's is changed.
--
-- Run it in Whatomate's database as the role that owns its tables, before custom-actions migrates or after:
--     psql "$WHATOMATE_DATABASE" --set ON_ERROR_STOP=1 --single-transaction --file views.sql
-- It can be run again. Names to change where yours differ: the schema custom_actions, the role custom_actions (which
-- must exist), and Whatomate's schema public.

create schema if not exists custom_actions;
grant usage, create on schema custom_actions to custom_actions;

-- If custom-actions has migrated before, its own tables have these names. Only empty ones make room.
do
$$
    declare
        own text;
        has_rows boolean;
    begin
        foreach own in array array ['custom_actions', 'contacts', 'users', 'organizations'] loop
            if exists (select 1
                       from pg_class
                       where oid = to_regclass(format('custom_actions.%I', own))
                         and relkind = 'r') then
                execute format('select exists (select 1 from custom_actions.%I)', own) into has_rows;
                if has_rows then
                    raise exception 'The table custom_actions.% has rows; rename it, or move them, and run this again', own;
                end if;
                execute format('drop table custom_actions.%I', own);
            end if;
        end loop;
    end
$$;

-- Views over one table can be written through: this is where custom-actions stores what managers save. Columns that are
-- null in old rows may stay so.
create or replace view custom_actions.custom_actions as
select id, created_at, updated_at, deleted_at, organization_id, name, icon, action_type, config, is_active, display_order
from public.custom_actions;

-- Whatomate knows one name of a contact, that of its profile.
create or replace view custom_actions.contacts as
select id,
       created_at,
       updated_at,
       deleted_at,
       organization_id,
       phone_number,
       ''::text as name,
       profile_name,
       tags,
       metadata
from public.contacts;

create or replace view custom_actions.organizations as
select id, name
from public.organizations
where deleted_at is null;

-- One row for each user and each organization that the user may act in. The role is 'manager' if the user's role there
-- may write custom actions, whatever it is called; Whatomate's own admin and manager keep their names. Who is a super
-- admin is an admin everywhere.
create or replace view custom_actions.users as
with membership as (
    select user_id, organization_id, role_id
    from public.user_organizations
    where deleted_at is null
    union all
    select u.id, u.organization_id, u.role_id
    from public.users u
    where not exists (select 1
                      from public.user_organizations m
                      where m.user_id = u.id and m.organization_id = u.organization_id and m.deleted_at is null)
)
select u.id,
       m.organization_id,
       u.email,
       u.full_name,
       case
           when r.is_system and lower(r.name) in ('admin', 'manager') then lower(r.name)::text
           when exists (select 1
                        from public.role_permissions rp
                            join public.permissions p on p.id = rp.permission_id
                        where rp.custom_role_id = r.id
                          and p.deleted_at is null
                          and p.resource = 'custom_actions'
                          and p.action = 'write') then 'manager'
           when lower(r.name) in ('admin', 'manager') then 'agent'
           else coalesce(r.name, 'agent')::text
           end as role
from public.users u
    join membership m on m.user_id = u.id
    left join public.custom_roles r on r.id = m.role_id and r.deleted_at is null
where u.deleted_at is null
  and coalesce(u.is_active, true)
  and not coalesce(u.is_super_admin, false)
union all
select u.id, o.id, u.email, u.full_name, 'admin'
from public.users u
    cross join public.organizations o
where u.deleted_at is null
  and coalesce(u.is_active, true)
  and u.is_super_admin
  and o.deleted_at is null;

grant select, insert, update, delete on custom_actions.custom_actions to custom_actions;
grant select on custom_actions.contacts, custom_actions.organizations, custom_actions.users to custom_actions;
