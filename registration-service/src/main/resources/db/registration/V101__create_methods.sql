CREATE TABLE methods (
    method_id         uuid PRIMARY KEY,
    position          bigint GENERATED ALWAYS AS IDENTITY,
    account_id        uuid NOT NULL REFERENCES accounts,
    kind              text NOT NULL,
    status            text NOT NULL,
    address_encrypted text,
    address_hmac      text,
    seed_encrypted    text,
    -- Last accepted time step of an authenticator app: only a greater one is accepted (TOTP-02).
    last_step         bigint,
    verified_at       timestamptz NOT NULL,
    CHECK ((kind = 'EMAIL') = (address_encrypted IS NOT NULL AND address_hmac IS NOT NULL)),
    CHECK ((kind = 'AUTHENTICATOR_APP') = (seed_encrypted IS NOT NULL AND last_step IS NOT NULL))
);

CREATE INDEX methods_of_account ON methods (account_id, position);

CREATE UNIQUE INDEX methods_one_per_address ON methods (account_id, address_hmac) WHERE status = 'VERIFIED';
