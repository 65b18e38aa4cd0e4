-- Those that can still be used. They have 120 random bits, so a keyed hash is enough (NIST SP 800-63B-4 3.1.2, LUS-02).
CREATE TABLE recovery_codes (
    method_id uuid NOT NULL REFERENCES methods ON DELETE CASCADE,
    code_hmac text NOT NULL,
    PRIMARY KEY (method_id, code_hmac)
);
-- Who used one may collect another in the same flow, once (REC-02).
CREATE TABLE recovery_successors (
    client     text NOT NULL,
    flow       uuid NOT NULL,
    flow_hash  text NOT NULL,
    account_id uuid NOT NULL,
    method_id  uuid NOT NULL REFERENCES methods ON DELETE CASCADE,
    used_at    timestamptz NOT NULL,
    PRIMARY KEY (client, flow)
);
CREATE INDEX recovery_successors_by_time ON recovery_successors (used_at);
