-- Where the reset was asked for, for the notice that it may end with: encrypted, and gone when the reset has ended.
alter table resets add column origin bytea;
