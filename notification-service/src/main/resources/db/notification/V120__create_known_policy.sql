-- A copy of sspr.policy, as JSON of the contract; one row.
create table known_policy (
    singleton boolean primary key default true check (singleton),
    policy    text    not null
);

-- Only a part of it was kept, so the whole is read once more from where it stands.
drop table rules;
update positions set next_offset = 0 where topic = 'sspr.policy';
