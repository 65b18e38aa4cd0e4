-- Of an address that the organisation has on file: its place there.
alter table contacts
    add column import_rank integer;
