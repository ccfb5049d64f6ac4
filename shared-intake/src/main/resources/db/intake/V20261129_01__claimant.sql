-- The name under which this database claims objects in the store: made with the database, it goes
-- wherever the database goes, and no other database has it.
create table claimant (
    name    uuid    not null default gen_random_uuid(),
    is_only boolean primary key default true check (is_only)
);

insert into claimant default values;
