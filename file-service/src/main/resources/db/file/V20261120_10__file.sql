-- One row per file. The bytes are in the object store under object_key. Up to replaced_by the columns
-- are those of every service: all that the event said, for a replay of it.
create table file (
    id             uuid primary key,
    tenant         text        not null,
    subject_id     text,
    batch_id       uuid        not null,
    category       text        not null,
    document_type  text        not null,
    side           text        not null,
    vendor_type    text        not null,
    vendor         text        not null,
    media_type     text        not null,
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
    -- The W3C trace context of the upload.
    traceparent    text,
    -- When it is purged, unless it is held; null is never.
    retain_until   timestamptz,
    -- Set by the operator, never through the API: the file can then not be deleted.
    held           boolean     not null default false,
    -- A deleted file keeps its row without name and digest.
    deleted_at     timestamptz,
    -- All that the event of its deletion said.
    deleted_event_id   uuid,
    deleted_event_time timestamptz,
    deletion_reason    text,
    replaced_by        uuid,
    name           text        not null,
    -- The media type as it is answered: the client's own spelling of a BMP.
    type           text        not null
);

create index file_of_tenant on file (tenant, id desc) where deleted_at is null;

-- For replays, in the order in which they send, and for the purge.
create index file_received on file (event_time, event_id) where deleted_at is null;
create index file_deleted on file (deleted_event_time, deleted_event_id) where deleted_event_id is not null;
create index file_retained on file (retain_until) where deleted_at is null and retain_until is not null;
