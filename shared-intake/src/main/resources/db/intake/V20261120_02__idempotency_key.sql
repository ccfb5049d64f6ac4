-- A key that a client sent to make its request repeatable. While status is null the request is
-- being worked on and expires_at is the end of its lease; afterwards the answer is kept until then.
create table idempotency_key (
    tenant         text        not null,
    owner          text        not null,
    operation      text        not null,
    key            text        not null,
    reservation    uuid        not null,
    expires_at     timestamptz not null,
    content_sha256 bytea,
    status         smallint,
    headers        text,
    body           bytea,
    -- The document of the answer: what is remembered of it goes when it goes.
    document       uuid,
    primary key (tenant, owner, operation, key)
);

create index idempotency_key_expiry on idempotency_key (expires_at);
create index idempotency_key_document on idempotency_key (document);
create index idempotency_key_reservation on idempotency_key (reservation);
