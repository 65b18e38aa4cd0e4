-- The groups of the organisation; entry is the JSON of what provisioning said.
CREATE TABLE groups (
    group_id  text PRIMARY KEY,
    entry    text NOT NULL
);
