-- What counts towards a block of an account's resets; ids of accounts that do not exist are counted the same.
CREATE TABLE block_counts (
    account_id  uuid NOT NULL,
    counted     text NOT NULL,
    happened_at timestamptz NOT NULL,
    position    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY
);
CREATE INDEX block_counts_of_account ON block_counts (account_id, happened_at);
CREATE INDEX block_counts_by_time ON block_counts (happened_at);
