-- A chat platform that is asked for contacts has ids of its own form. Then contact_id is a UUID that is derived from such
-- an id, and this column has the id itself; for a UUID it is null. The version before neither reads nor writes it.
alter table custom_action_executions add column contact_text text;
