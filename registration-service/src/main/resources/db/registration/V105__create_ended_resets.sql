-- A reset may end before its verification gets here, for they come on different topics.
CREATE TABLE ended_resets (
    reset_id uuid PRIMARY KEY,
    ended_at timestamptz NOT NULL
);

CREATE INDEX ended_resets_by_time ON ended_resets (ended_at);
