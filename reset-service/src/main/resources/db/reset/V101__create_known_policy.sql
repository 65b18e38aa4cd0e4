-- A copy of sspr.policy, as JSON of the contract; one row.
create table known_policy (
    singleton boolean primary key default true check (singleton),
    policy    text    not null
);
