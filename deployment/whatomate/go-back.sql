-- Takes away what views.sql and custom-actions have added to Whatomate's database. Whatomate's own tables, and the
-- actions in them, stay as they are. The history of custom-actions goes: copy custom_action_executions before if you want
-- to keep it. Route /api/custom-actions back to Whatomate and stop custom-actions first.
--
--     psql "$WHATOMATE_DATABASE" --set ON_ERROR_STOP=1 --single-transaction --file go-back.sql
--
-- After that nothing holds the role custom_actions any more, and you can drop it.

drop schema custom_actions cascade;
