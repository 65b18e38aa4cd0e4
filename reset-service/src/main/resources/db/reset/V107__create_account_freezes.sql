-- Accounts whose owner said that what happened to them was not them; until an administrator has looked.
create table account_freezes (
    account_id uuid        primary key,
    since      timestamptz not null
);

-- How often a code of a notice was tried since then, by account or decoy.
create table dispute_tries (
    account_id uuid        primary key,
    tries      integer     not null,
    since      timestamptz not null
);
create index dispute_tries_by_age on dispute_tries (since);
