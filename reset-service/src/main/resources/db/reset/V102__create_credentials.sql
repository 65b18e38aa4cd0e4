-- phc is an Argon2id PHC string, encrypted: a stolen database is worth nothing without the key.
create table credentials (
    account_id              uuid        primary key,
    version                 bigint      not null check (version >= 1),
    phc                     bytea       not null,
    must_change             boolean     not null,
    changed_at              timestamptz not null,
    sessions_invalid_before timestamptz not null
);

-- The last few before the current one.
create table previous_credentials (
    account_id uuid   not null,
    version    bigint not null,
    phc        bytea  not null,
    primary key (account_id, version)
);
