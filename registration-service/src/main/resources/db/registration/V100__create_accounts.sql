-- Organisation's id, login and the rest of the entry are personal data: encrypted, and keyed hashes to find them by.
CREATE TABLE accounts (
    account_id        uuid PRIMARY KEY,
    organisation_hmac text NOT NULL UNIQUE,
    login_hmac        text NOT NULL UNIQUE,
    entry_encrypted   text NOT NULL,
    created_at        timestamptz NOT NULL,
    changed_at        timestamptz NOT NULL
);
