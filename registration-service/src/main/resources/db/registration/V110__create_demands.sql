-- What people were asked at sign-in, and when they last looked at their methods.
CREATE TABLE demands (
    account_id   uuid PRIMARY KEY REFERENCES accounts,
    asked_at     timestamptz,
    -- Why they were asked, with commas between.
    reasons      text NOT NULL DEFAULT '',
    skips        integer NOT NULL DEFAULT 0,
    confirmed_at timestamptz,
    -- An administrator wants the person to register anew.
    anew         boolean NOT NULL DEFAULT false
);
