-- One row per verification session. A session belongs to one integration of a client: nobody else
-- sees it.
create table session (
    id          uuid primary key,
    tenant      text        not null,
    -- The API key of the integration, in lower case.
    integration text        not null,
    status      text        not null,
    vendor_data text,
    -- What the answered url ends with; it opens nothing.
    token       text        not null,
    -- Set by the operator, never through the API: the session can then not be erased.
    held        boolean     not null default false,
    created_at  timestamptz not null,
    -- An erased session keeps its row, without token and vendor data.
    deleted_at  timestamptz
);

create index session_erased on session (integration, deleted_at) where deleted_at is not null;

-- One row per media. The bytes are in the object store under object_key. Up to replaced_by the columns
-- are those of every service: all that the event said, for a replay of it.
create table media (
    id             uuid primary key,
    tenant         text        not null,
    -- The id of the session.
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
    -- Set by the operator, never through the API: the media and its session can then not be erased.
    held           boolean     not null default false,
    -- An erased media keeps its row, without digest and time.
    deleted_at     timestamptz,
    -- All that the event of its deletion said.
    deleted_event_id   uuid,
    deleted_event_time timestamptz,
    deletion_reason    text,
    replaced_by        uuid,
    integration    text        not null,
    -- When the picture was taken, as the client wrote it; empty when it did not say.
    taken          text        not null
);

create index media_of_session on media (subject_id, created_at) where deleted_at is null;

-- For replays, in the order in which they send, and for the purge.
create index media_received on media (event_time, event_id) where deleted_at is null;
create index media_deleted on media (deleted_event_time, deleted_event_id) where deleted_event_id is not null;
create index media_retained on media (retain_until) where deleted_at is null and retain_until is not null;
