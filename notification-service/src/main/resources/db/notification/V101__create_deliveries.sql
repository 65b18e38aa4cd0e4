-- What is owed to somebody, until it has ended and for a day longer.
create table deliveries (
    id              uuid        primary key,
    account_id      uuid        not null,
    verification_id uuid,
    awaited_method  uuid,                          -- its address was not here yet when the notice was owed
    about           text        not null,
    kind            text,
    purpose         text,
    destination     text        not null,          -- keyed HMAC, base64url, to know the same destination again
    locale          text        not null,
    letter          bytea,                         -- address and code, encrypted; gone as soon as it has ended
    happened_at     timestamptz not null,
    expires_at      timestamptz not null,
    created_at      timestamptz not null default clock_timestamp(), -- tells the older code from the newer one
    due_at          timestamptz not null default now(),
    attempts        integer     not null default 0, -- also tells one claim from the next
    claimed_until   timestamptz,
    ended_at        timestamptz,
    outcome         text,
    check ((ended_at is null) = (letter is not null)),
    check ((ended_at is null) = (outcome is null))
);

-- Those that are of no use soonest go first, so codes are not kept waiting by a pile of notices.
create index deliveries_owed on deliveries (expires_at) where ended_at is null;
create index deliveries_ended on deliveries (ended_at) where ended_at is not null;
create index deliveries_told on deliveries (account_id, about, created_at);
