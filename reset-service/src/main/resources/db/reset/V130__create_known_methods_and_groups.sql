-- What sspr.accounts tells of groups and of who keeps the password. Ids only, so in the clear; no row: in no group.
create table known_memberships (
    account_id         uuid    primary key,
    groups             text[]  not null,
    password_elsewhere boolean not null
);

-- A copy of sspr.groups.
create table known_groups (
    group_id  text   primary key,
    member_of text[] not null
);

-- A copy of sspr.methods without the addresses; methods that were removed are not kept.
create table known_methods (
    method_id  uuid primary key,
    account_id uuid not null,
    kind       text not null,
    status     text not null
);
create index known_methods_by_account on known_methods (account_id);
