-- Objects of deleted documents that are still to be removed from the store.
create table object_removal (
    object_key text primary key,
    due timestamptz not null default now(),
    attempts integer not null default 0
);

create index object_removal_due on object_removal (due);
