-- Whether anybody ever proved to read that address; of what was removed already nobody knows.
alter table contacts
    add column proven boolean not null default false;

update contacts set proven = true where status in ('VERIFIED', 'QUARANTINED', 'LOCKED');
