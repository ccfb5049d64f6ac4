-- One row per file. The bytes are in the object store under object_key; the event's id and time are kept for replay.
create table file (
    id             uuid primary key,
    client         text        not null,
    purpose        text        not null,
    name           text        not null,
    type           text        not null,
    size           bigint      not null,
    sha256         text        not null,
    width          bigint,
    height         bigint,
    encrypted      boolean,
    active_content boolean,
    scan           text        not null,
    object_key     text        not null,
    event_id       uuid        not null,
    event_time     timestamptz not null,
    created_at     timestamptz not null,
    -- Set by the operator, never through the API: the file can then not be deleted.
    held           boolean     not null default false,
    -- A deleted file keeps its row without name and digest.
    deleted_at     timestamptz
);

create index file_of_client on file (client, id desc) where deleted_at is null;
