-- Encrypted; null where the account came before its names were told, which is the same as none.
alter table known_accounts add column names bytea;
