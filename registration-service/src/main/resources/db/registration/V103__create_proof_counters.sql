-- Wrong proofs in a row of one method of one account, over all codes, verifications, flows and clients (RL-01, RL-02).
CREATE TABLE proof_counters (
    account_id     uuid NOT NULL,
    counted_as     uuid NOT NULL,
    wrong_in_a_row integer NOT NULL,
    not_before     timestamptz,
    PRIMARY KEY (account_id, counted_as)
);
