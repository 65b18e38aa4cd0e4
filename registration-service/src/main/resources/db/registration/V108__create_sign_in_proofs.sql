-- What was proven within one sign-in of a person with a client.
CREATE TABLE sign_in_proofs (
    client       text NOT NULL,
    account_id   uuid NOT NULL,
    signed_in_at timestamptz NOT NULL,
    method_id    uuid NOT NULL,
    proven_at    timestamptz NOT NULL,
    PRIMARY KEY (client, account_id, signed_in_at, method_id)
);
CREATE INDEX sign_in_proofs_by_time ON sign_in_proofs (proven_at);
-- Of verifications that a signed-in person began: within which sign-in, and what the new method takes the place of.
ALTER TABLE verifications
    ADD COLUMN signed_in_at timestamptz,
    ADD COLUMN begun_at timestamptz,
    ADD COLUMN replaces uuid,
    ADD CHECK ((signed_in_at IS NULL) = (begun_at IS NULL));
CREATE INDEX verifications_open_of_account ON verifications (account_id) WHERE status = 'OPEN';
