-- The end users that the clients have registered, each by the client's own id.
create table account (
    id              bigint generated always as identity primary key,
    tenant          text        not null,
    user_id         text        not null,
    account_type    text        not null,
    account_role    text        not null,
    advisor_user_id text,
    email           text,
    first_name      text,
    last_name       text,
    phone_number    text,
    status          text        not null,
    created_at      timestamptz not null,
    -- Set by every upload, so that it and the closing of the account wait for each other.
    last_upload_at  timestamptz,
    -- A closed account keeps its row, and its id stays taken.
    closed_at       timestamptz,
    unique (tenant, user_id)
);

-- The forms that an end user is asked to submit.
create table eddq_request (
    id            bigint generated always as identity primary key,
    account_id    bigint      not null references account,
    ddq_id        integer     not null,
    required_form text        not null,
    status        text        not null
        check (status in ('REQUESTED', 'PARTIAL_SUBMISSION', 'IN_REVIEW', 'REVIEWED')),
    created_at    timestamptz not null,
    updated_at    timestamptz not null
);

create index eddq_request_of_account on eddq_request (account_id, id desc);

-- One row per document. The bytes are in the object store under object_key. Up to replaced_by the
-- columns are those of every service: all that the event said, for a replay of it.
create table document (
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
    -- Set by the operator, never through the API: the document cannot be erased with its account.
    held           boolean     not null default false,
    -- An erased document keeps its row without name and digest.
    deleted_at     timestamptz,
    -- All that the event of its deletion said.
    deleted_event_id   uuid,
    deleted_event_time timestamptz,
    deletion_reason    text,
    replaced_by        uuid,
    file_name      text        not null,
    -- As the client sent it, whether there is such a request or not.
    ddq_id         text,
    ddq_matched    boolean     not null
);

create index document_of_account on document (tenant, subject_id, id desc) where deleted_at is null;

-- For replays, in the order in which they send, and for the purge.
create index document_received on document (event_time, event_id) where deleted_at is null;
create index document_deleted on document (deleted_event_time, deleted_event_id) where deleted_event_id is not null;
create index document_retained on document (retain_until) where deleted_at is null and retain_until is not null;
