-- The keys that were ever applied to passwords before they were hashed; proof shows whether one of that id is still the same.
create table peppers (
    id    text  primary key,
    proof bytea not null
);

-- Which of them; null: none. It stands in the encrypted hash too; here the start looks for what it could not verify.
alter table credentials add column pepper text references peppers;
alter table previous_credentials add column pepper text references peppers;
