-- An administrator's word that a person may reset with a one-time code; the newest one of an account counts.
create table administrator_grants (
    account_id       uuid        primary key,
    administrator_id uuid        not null,
    expires_at       timestamptz not null
);
create index administrator_grants_by_expiry on administrator_grants (expires_at);
