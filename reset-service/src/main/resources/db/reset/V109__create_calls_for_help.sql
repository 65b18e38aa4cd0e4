-- When somebody with a reset of this account or decoy last called for help to any effect.
create table calls_for_help (
    account_id uuid        primary key,
    last_at    timestamptz not null
);
create index calls_for_help_by_age on calls_for_help (last_at);
