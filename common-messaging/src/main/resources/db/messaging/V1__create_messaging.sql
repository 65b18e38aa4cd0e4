-- How far each topic has been read. Updated with every batch, so room is left for updates in place.
create table positions (
    topic       text   not null,
    partition   int    not null,
    next_offset bigint not null check (next_offset >= 0),
    primary key (topic, partition)
) with (fillfactor = 30, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);

-- Requests that had their effect or their refusal; kept for longer than their topic.
create table requests (
    client      text        not null,
    request_id  uuid        not null,
    digest      bytea       not null,
    received_at timestamptz not null,
    primary key (client, request_id)
);

create index requests_by_age on requests using brin (received_at);

-- Requests whose predecessor is still on its way on another topic.
create table parked (
    id          bigint generated always as identity primary key,
    awaited     text        not null,
    otherwise   text        not null,
    deadline    timestamptz not null,
    next_try    timestamptz not null,
    tries       int         not null,
    topic       text        not null,
    partition   int         not null,
    log_offset  bigint      not null,
    appended_at timestamptz not null,
    record_key  bytea,
    headers     bytea       not null,
    payload     bytea
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 200);

create index parked_by_awaited on parked (awaited);
create index parked_by_next_try on parked (next_try);

-- What is to be told and is not on Kafka yet; nearly empty, with every row written once and deleted once.
create table outbox (
    id         bigint generated always as identity primary key,
    topic      text        not null,
    record_key bytea,
    headers    bytea       not null,
    payload    bytea,
    created_at timestamptz not null default now()
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500, autovacuum_vacuum_insert_threshold = -1,
        autovacuum_vacuum_cost_delay = 0);

-- The last ce_keysequence of each topic and key.
create table key_sequences (
    topic      text   not null,
    record_key uuid   not null,
    last       bigint not null,
    primary key (topic, record_key)
) with (fillfactor = 80);

-- Who relays the outbox, whether its connection holds the session lock, and the number of the last batch that is known to be on Kafka.
create table relay_lease (
    one         boolean     primary key default true check (one),
    holder      text        not null,
    locked      boolean     not null,
    epoch       bigint      not null,
    batch       bigint      not null,
    expires_at  timestamptz not null,
    database_id uuid        not null
) with (fillfactor = 10, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);

insert into relay_lease (holder, locked, epoch, batch, expires_at, database_id)
values ('nobody', false, 0, 0, '-infinity', gen_random_uuid());

-- Refused requests by minute, until the minute is over and told of.
create table refusals (
    client       text        not null,
    request_type text        not null,
    reason       text        not null,
    minute       timestamptz not null,
    count        int         not null,
    primary key (minute, client, request_type, reason)
) with (fillfactor = 50);

-- How many dead letters there are of each topic, for operators to see; they delete the row when they are done.
create table dead_letters (
    topic   text        primary key,
    count   bigint      not null,
    last_at timestamptz not null
) with (fillfactor = 50);

-- What the published sealing keys were last.
create table published_keys (
    one    boolean primary key default true check (one),
    digest text    not null
);
