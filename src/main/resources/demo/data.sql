-- Data of the demo. It is put in once: a later start leaves what has been changed since.
insert into organizations (id, name)
values ('0b0c5a6e-8f5d-4f0e-9a3e-6d6f2a1c0001', 'Acme & Søns "Support"')
on conflict do nothing;

insert into users (id, organization_id, email, full_name, role)
values ('0b0c5a6e-8f5d-4f0e-9a3e-6d6f2a1c0002', '0b0c5a6e-8f5d-4f0e-9a3e-6d6f2a1c0001',
        'robin@acme.example', 'Robin O''Neill', 'manager')
on conflict do nothing;

insert into contacts (id, organization_id, phone_number, name, profile_name, tags, metadata, created_at)
select id::uuid, '0b0c5a6e-8f5d-4f0e-9a3e-6d6f2a1c0001', phone_number, name, profile_name, tags::jsonb, metadata::jsonb,
       now() - age::interval
from (values
    ('0b0c5a6e-8f5d-4f0e-9a3e-6d6f2a1c0101', '+1 555 0100', 'Ada "The Count" Lovelace', 'ada',
     '["vip","beta"]', '{"plan":"gold","orders":12}', '1 minute'),
    ('0b0c5a6e-8f5d-4f0e-9a3e-6d6f2a1c0102', '+44 20 7946 0101', 'Tom + Jerry & Sons <b>Ltd</b>', 'tom+jerry',
     '[]', '{"plan":"silver"}', '2 minutes'),
    ('0b0c5a6e-8f5d-4f0e-9a3e-6d6f2a1c0103', '+81 3 1234 5678', 'Zoë 🦄 O''Hara', '佐藤 結衣',
     '["日本語"]', '{"note":"line one\nline two","score":4.5}', '3 minutes'),
    ('0b0c5a6e-8f5d-4f0e-9a3e-6d6f2a1c0104', '+49 30 901820', '', '',
     '[]', '{}', '4 minutes')
) as demo (id, phone_number, name, profile_name, tags, metadata, age)
on conflict do nothing;

insert into custom_actions (id, organization_id, name, icon, action_type, config, is_active, display_order,
                            created_at, updated_at)
select id::uuid, '0b0c5a6e-8f5d-4f0e-9a3e-6d6f2a1c0001', name, icon, action_type, config::jsonb, true, display_order,
       now(), now()
from (values
    ('0b0c5a6e-8f5d-4f0e-9a3e-6d6f2a1c0201', 'Create ticket', 'ticket', 'webhook', 0,
     '{"url":"${address}/demo/echo","method":"POST","headers":{"X-Requested-By":"{{user.name}}"},'
     '"body":"{\"title\":\"Ticket for {{contact.name}}\",\"phone\":\"{{contact.phone_number}}\",\"tags\":{{contact.tags}},'
     '\"conversation\":{{context.conversation | default null}}}",'
     '"result":{"toast":"Ticket #{{response.id}} created, its number is copied","clipboard":"{{response.id}}"}}'),
    ('0b0c5a6e-8f5d-4f0e-9a3e-6d6f2a1c0204', 'Escalate', 'zap', 'webhook', 1,
     '{"url":"${address}/demo/echo","method":"POST",'
     '"body":"{\"escalate\":\"{{contact.name}}\",\"to\":\"{{input.team}}\",\"urgent\":{{input.urgent | default false}},'
     '\"reason\":\"{{input.reason}}\",\"conversation\":{{context.conversation | default null}}}",'
     '"result":{"toast":"Escalated to {{input.team}}"}}'),
    ('0b0c5a6e-8f5d-4f0e-9a3e-6d6f2a1c0202', 'Find in directory', 'link', 'url', 2,
     '{"url":"${address}/?search={{contact.name}}","open_in_new_tab":true}'),
    ('0b0c5a6e-8f5d-4f0e-9a3e-6d6f2a1c0203', 'Copy summary', 'code', 'javascript', 3,
     '{"code":"const plan = contact.metadata.plan ?? ''none'';\nconsole.log(''plan'', plan);\nreturn {\n'
     '  toast: { message: `Copied the summary of ${contact.name}`, type: ''info'' },\n'
     '  clipboard: `${contact.name} (${contact.phone_number}), plan: ${plan}`,\n};"}'),
    ('0b0c5a6e-8f5d-4f0e-9a3e-6d6f2a1c0205', 'Refund order', 'file-text', 'webhook', 4,
     '{"url":"${address}/demo/echo/refusal","method":"POST","body":"{\"refund\":\"{{contact.name}}\"}",'
     '"result":{"failure":"{{response.message}}"}}'),
    ('0b0c5a6e-8f5d-4f0e-9a3e-6d6f2a1c0206', 'Export conversation', 'external-link', 'webhook', 5,
     '{"url":"${address}/demo/echo/slow","method":"POST","body":"{\"export\":{{context.conversation | default null}}}",'
     '"result":{"toast":"The conversation is exported"}}'),
    ('0b0c5a6e-8f5d-4f0e-9a3e-6d6f2a1c0207', 'Send VIP gift', 'user', 'webhook', 6,
     '{"url":"${address}/demo/echo","method":"POST","body":"{\"gift_for\":\"{{contact.name}}\"}",'
     '"result":{"toast":"A gift is on its way to {{contact.name}}"}}')
) as demo (id, name, icon, action_type, display_order, config)
on conflict do nothing;

insert into custom_action_terms (organization_id, action_id, terms)
select '0b0c5a6e-8f5d-4f0e-9a3e-6d6f2a1c0001', id::uuid, terms::jsonb
from (values
    ('0b0c5a6e-8f5d-4f0e-9a3e-6d6f2a1c0204',
     '{"inputs":[{"name":"team","label":"Team","type":"select","required":true,"default":"Billing",'
     '"options":[{"value":"Billing","label":"Billing"},{"value":"Technical support","label":"Technical support"}]},'
     '{"name":"reason","label":"What have you tried?","type":"textarea","required":true,"placeholder":"Two sentences are enough"},'
     '{"name":"urgent","label":"The customer is waiting","type":"checkbox"}],'
     '"confirmation":"Hand {{contact.name}} over to another team?"}'),
    ('0b0c5a6e-8f5d-4f0e-9a3e-6d6f2a1c0205', '{"confirmation":"Refund the last order of {{contact.name}}?"}'),
    ('0b0c5a6e-8f5d-4f0e-9a3e-6d6f2a1c0207', '{"visible_to":{"tags":["vip"]}}')
) as demo (id, terms)
on conflict do nothing;
