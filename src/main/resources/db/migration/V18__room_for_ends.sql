-- An execution's row is written once more, with its end. If that finds room on the page where the row is, no index has to
-- learn of it. Only new pages are made so; the version before writes them as well.
alter table custom_action_executions
    set (fillfactor = 75);
