CREATE TABLE policy (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    version  bigint NOT NULL,
    rules    text NOT NULL
);
