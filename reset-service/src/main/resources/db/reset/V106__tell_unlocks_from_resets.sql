-- What a run is for, RESET or UNLOCK; all until now were resets.
alter table resets add column purpose text not null default 'RESET' check (purpose in ('RESET', 'UNLOCK'));
alter table resets alter column purpose drop default;

-- Not only that it is over before its time, but by what.
alter table resets add column voided_by text;
update resets set voided_by = 'SUPERSEDED' where voided;
alter table resets drop column voided;
