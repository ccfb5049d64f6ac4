-- Partitions a service's table of documents by the month of arrival, while the service runs (docs/scaling.md). For `file`, and `document`
-- of ddq-service; the others have random ids (media-service), a unique number (document-service) and a foreign key (image-service), and
-- are refused. As the owner of the table:
--
--   psql -v ON_ERROR_STOP=1 -d file -f docs/partition-by-month.sql
--   psql -d file -c "call partition_by_month('file', date_trunc('month', now()) + interval '1 month')"
--
-- and then, every month:
--
--   psql -d file -c "call add_months('file', date_trunc('month', now()) + interval '1 month', 3)"
--
-- What comes after the last of them goes to the partition `file_later`; `add_months` fails while that has rows of the month it is to make.

-- The lowest id that can be given at that time: ids are UUIDv7, which begin with 48 bits of milliseconds.
create or replace function first_id(at timestamptz) returns uuid language sql immutable as $$
    select (lpad(to_hex(floor(extract(epoch from at) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid
$$;

-- Partitions for what is left of a month from `since` on, and for so many months after it, as far as they are missing.
create or replace procedure add_months(documents text, since timestamptz, months integer)
language plpgsql set timezone = 'UTC' as $$
declare
    month timestamptz := date_trunc('month', since);
begin
    for later in 0..months loop
        execute format(
            'create table if not exists %I partition of %I for values from (%L) to (%L)',
            documents || to_char(month, '_YYYY_MM'), documents,
            first_id(greatest(month, since)), first_id(month + interval '1 month'));
        month := month + interval '1 month';
    end loop;
end $$;

-- All that arrives before `cut`, the beginning of a month to come, becomes the first partition; the months from then on follow. The table is
-- scanned once, without a lock that anybody waits for; then renamed and attached in a moment. Begin long enough before `cut`: until it is
-- done an upload after that is refused. If it fails half-way, drop the constraint `file_before` and begin again.
create or replace procedure partition_by_month(documents text, cut timestamptz) language plpgsql as $$
declare
    before text := documents || '_before';
    definition record;
begin
    if cut < now() then
        raise exception '% has begun', cut;
    end if;
    if documents not in ('file', 'document') then
        raise exception '% is not known to have ids in the order of time', documents;
    end if;
    if exists (select from pg_index where indrelid = documents::regclass and indisunique and not indisprimary)
            or exists (select from pg_constraint where documents::regclass in (conrelid, confrelid) and contype = 'f') then
        raise exception '% has a key that partitions cannot keep', documents;
    end if;
    execute format('alter table %I add constraint %I check (id < %L) not valid', documents, before, first_id(cut));
    commit;
    execute format('alter table %I validate constraint %I', documents, before);
    commit;

    execute format('lock table %I in access exclusive mode', documents);
    create temporary table indexes on commit drop as
        select relname as name, pg_get_indexdef(indexrelid) as statement
        from pg_index join pg_class on pg_class.oid = indexrelid
        where indrelid = documents::regclass and not indisprimary;
    for definition in select * from indexes loop
        execute format('alter index %I rename to %I', definition.name, definition.name || '_before');
    end loop;
    execute format('alter table %I rename constraint %I to %I', documents, documents || '_pkey', before || '_pkey');
    execute format('alter table %I rename to %I', documents, before);
    execute format('create table %I (like %I including defaults including storage) partition by range (id)', documents, before);
    execute format('alter table %I add primary key (id)', documents);
    for definition in select * from indexes loop
        execute definition.statement;
    end loop;
    execute format('alter table %I attach partition %I for values from (minvalue) to (%L)', documents, before, first_id(cut));
    execute format('alter table %I drop constraint %I', before, before);
    call add_months(documents, cut, 12);
    execute format('create table %I partition of %I default', documents || '_later', documents);
    commit;
end $$;
