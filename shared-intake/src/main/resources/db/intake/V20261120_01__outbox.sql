-- Events that are committed and not yet acknowledged by Kafka. A row is everything needed to send the
-- exact record, is never updated, and is deleted once acknowledged: the table stays almost empty.
create table outbox (
    seq        bigint generated always as identity primary key,
    event_id   uuid        not null,
    topic      text        not null,
    record_key text        not null,
    headers    text        not null,
    data       text        not null,
    written_at timestamptz not null,
    -- Sent before, and once more at the operator's wish.
    replayed   boolean     not null default false
) with (
    -- Rows come and go thousands of times per minute: sweep early and at full speed, or the relay
    -- reads past dead rows; and keep the file, because giving back its end takes an exclusive lock.
    autovacuum_vacuum_scale_factor = 0,
    autovacuum_vacuum_threshold = 2000,
    autovacuum_vacuum_insert_threshold = -1,
    autovacuum_vacuum_cost_delay = 0,
    autovacuum_analyze_scale_factor = 0,
    autovacuum_analyze_threshold = 10000,
    vacuum_truncate = false
);
