-- When the latest resets of an account or decoy were requested since one was proven; at most ten of them.
create table unproven_resets (
    account_id uuid          primary key,
    times      timestamptz[] not null,
    last_at    timestamptz   not null
);
create index unproven_resets_by_age on unproven_resets (last_at);
