-- What reset-service told of freezes. Each comes on a topic of its own, so the times say which was later.
CREATE TABLE account_freezes (
    account_id  uuid PRIMARY KEY,
    disputed_at timestamptz,
    lifted_at   timestamptz
);
