-- Telephones beside mailboxes, and whose they are.
alter table contacts
    add column channel    text not null default 'MAIL',
    add column status     text not null default 'VERIFIED',
    add column removed_at timestamptz; -- kept for two days, to be told of its own removal

create index contacts_removed on contacts (removed_at) where removed_at is not null;

alter table languages rename to people;
alter table people
    add column identity      bytea, -- login and the organisation's own id, encrypted
    add column administrator boolean not null default false;

create index people_administrators on people (account_id) where administrator;

-- What of the policy concerns us; one row.
create table rules (
    id             boolean primary key default true check (id),
    imported_count boolean not null
);
