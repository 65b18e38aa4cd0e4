-- Wrong passwords in a row, by account or decoy, from familiar and from other origins apart.
create table sign_in_failures (
    account_id   uuid        not null,
    familiar     boolean     not null,
    failures     integer     not null,
    locked_until timestamptz,
    last_at      timestamptz not null,
    -- keyed hashes of the last wrong passwords, separated by spaces
    remembered   text        not null,
    -- when an event last told of a failure
    told_at      timestamptz,
    primary key (account_id, familiar)
);
create index sign_in_failures_by_age on sign_in_failures (last_at);

-- Keyed hashes of where somebody signed in from.
create table familiar_origins (
    account_id  uuid        not null,
    origin_hmac text        not null,
    last_at     timestamptz not null,
    primary key (account_id, origin_hmac)
);
create index familiar_origins_by_age on familiar_origins (last_at);
