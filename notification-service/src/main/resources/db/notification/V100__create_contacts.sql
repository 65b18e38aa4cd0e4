-- Copies of what is on the state topics.
create table languages (
    account_id uuid primary key,
    locale     text not null -- BCP 47
);

create table contacts (
    method_id  uuid  primary key,
    account_id uuid  not null,
    address    bytea not null -- encrypted
);

create index contacts_of_account on contacts (account_id);
