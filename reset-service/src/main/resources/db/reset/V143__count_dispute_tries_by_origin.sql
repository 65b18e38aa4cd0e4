-- From familiar and from other origins apart, as wrong passwords are; of those before it is not known.
alter table dispute_tries add column familiar boolean not null default false;
alter table dispute_tries drop constraint dispute_tries_pkey;
alter table dispute_tries add primary key (account_id, familiar);
alter table dispute_tries alter column familiar drop default;
