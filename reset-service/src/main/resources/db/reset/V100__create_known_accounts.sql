-- A copy of sspr.accounts. Person data is encrypted; the login is found by a keyed hash.
create table known_accounts (
    account_id      uuid        primary key,
    login_hmac      bytea       not null,
    login           bytea       not null,
    organisation_id bytea       not null,
    administrator   boolean     not null,
    as_of           timestamptz not null
);
-- Not unique: a login that moves between accounts may arrive at the new one first.
create index known_accounts_by_login on known_accounts (login_hmac, as_of desc);
