-- One row per document whose bytes are here; they are in the object store under object_key. Up to
-- replaced_by the columns are those of every service: all that the event said, for a replay of it.
create table document (
    id             uuid primary key,
    tenant         text        not null,
    subject_id     text        not null,
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
    -- Set by the operator, never through the API: the document can then not be deleted.
    held           boolean     not null default false,
    -- A deleted document keeps its row without name and digest.
    deleted_at     timestamptz,
    -- All that the event of its deletion said.
    deleted_event_id   uuid,
    deleted_event_time timestamptz,
    deletion_reason    text,
    replaced_by        uuid,
    -- What clients call it.
    number         bigint      not null,
    type_id        integer     not null,
    name           text        not null,
    -- Set by the operator.
    status         text        not null default 'pending' check (status in ('pending', 'approved', 'declined')),
    comment        text,
    -- When it was registered: before its bytes came, where they were awaited.
    create_time    timestamptz not null,
    update_time    timestamptz
);

create unique index document_number on document (number);
create index document_of_client on document (tenant, subject_id, create_time desc, number desc) where deleted_at is null;

-- For replays, in the order in which they send, and for the purge.
create index document_received on document (event_time, event_id) where deleted_at is null;
create index document_deleted on document (deleted_event_time, deleted_event_id) where deleted_event_id is not null;
create index document_retained on document (retain_until) where deleted_at is null and retain_until is not null;

-- A document that is registered while its bytes are still awaited: no object, no event. It becomes a
-- document under the same number, or is removed when they do not come in time.
create table awaited_document (
    id          uuid primary key,
    number      bigint      not null,
    tenant      text        not null,
    subject_id  text        not null,
    type_id     integer     not null,
    -- What the client sent in place of bytes: never opened, never fetched.
    reference   text        not null,
    create_time timestamptz not null
);

create unique index awaited_document_number on awaited_document (number);
create index awaited_document_of_client on awaited_document (tenant, subject_id, create_time desc, number desc);
create index awaited_document_age on awaited_document (create_time);

-- Given out in blocks, so that an upload needs no question of its own.
create sequence document_numbers increment by 50;

-- What clients see of both.
create view listed_document as
select number, tenant, subject_id, type_id, name, media_type, size, sha256, status, comment, create_time, update_time
from document
where deleted_at is null
union all
select number, tenant, subject_id, type_id, reference, null, null, null, 'pending', null, create_time, null
from awaited_document;
