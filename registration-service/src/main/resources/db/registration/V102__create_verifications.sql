CREATE TABLE verifications (
    verification_id   uuid PRIMARY KEY,
    position          bigint GENERATED ALWAYS AS IDENTITY,
    client            text NOT NULL,
    flow              uuid NOT NULL,
    flow_hash         text NOT NULL,
    -- Of a decoy, account and method are ids derived with a key; nothing else tells it from a real one.
    decoy             boolean NOT NULL,
    account_id        uuid NOT NULL,
    method_id         uuid NOT NULL,
    -- Under which wrong proofs in a row are counted, over all verifications.
    counted_as        uuid NOT NULL,
    kind              text NOT NULL,
    purpose           text NOT NULL,
    reset_id          uuid,
    locale            text NOT NULL,
    status            text NOT NULL,
    attempts          integer NOT NULL,
    round             integer NOT NULL,
    expires_at        timestamptz NOT NULL,
    not_beyond        timestamptz NOT NULL,
    resend_at         timestamptz,
    code_hmac         text,
    -- Where the code goes, or the secret of an app that is being registered.
    pending_encrypted text,
    ended_at          timestamptz,
    CHECK (status = 'OPEN' OR (code_hmac IS NULL AND pending_encrypted IS NULL AND ended_at IS NOT NULL))
);

CREATE UNIQUE INDEX verifications_one_open_per_flow ON verifications (client, flow) WHERE status = 'OPEN';

CREATE INDEX verifications_of_flow ON verifications (client, flow, position DESC);

CREATE INDEX verifications_open_of_reset ON verifications (reset_id) WHERE status = 'OPEN';

CREATE INDEX verifications_due ON verifications (expires_at) WHERE status = 'OPEN';

CREATE INDEX verifications_ended ON verifications (ended_at) WHERE status <> 'OPEN';
