-- One row per submission of a project. A deleted one keeps its row, without what it says of a person.
create table submission (
    id         text primary key,
    tenant     text        not null,
    project    text        not null,
    email      text        not null,
    userid     text        not null,
    reviewer   text        not null,
    -- JSON, as it was migrated.
    data       text        not null,
    result     text        not null,
    created_at timestamptz not null,
    -- When a picture was put last.
    changed_at timestamptz not null,
    -- Set by the operator, never through the API: no picture can then be replaced or deleted.
    held       boolean     not null default false,
    deleted_at timestamptz
);

create index submission_of_project on submission (tenant, project, created_at desc, id desc);
create index submission_of_email on submission (tenant, project, email) where email <> '';
create index submission_of_userid on submission (tenant, project, userid) where userid <> '';

-- One row per picture; subject_id is the submission, vendor_type the slot. The bytes are in the object
-- store under object_key. Up to replaced_by the columns are those of every service: all that the event
-- said, for a replay of it.
create table picture (
    id             uuid primary key,
    tenant         text        not null,
    subject_id     text references submission (id),
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
    held           boolean     not null default false,
    -- A replaced or deleted picture keeps its row without its digest.
    deleted_at     timestamptz,
    -- All that the event of its deletion said.
    deleted_event_id   uuid,
    deleted_event_time timestamptz,
    deletion_reason    text,
    replaced_by        uuid,
    -- One current picture in a slot. Judged at the end of a transaction: the new picture is written
    -- before the old one is struck out, so that their events go out in this order.
    constraint one_current_picture_in_a_slot
        exclude using btree (subject_id with =, vendor_type with =) where (deleted_at is null)
        deferrable initially deferred
);

-- For replays, in the order in which they send, and for the purge.
create index picture_received on picture (event_time, event_id) where deleted_at is null;
create index picture_deleted on picture (deleted_event_time, deleted_event_id) where deleted_event_id is not null;
create index picture_retained on picture (retain_until) where deleted_at is null and retain_until is not null;
