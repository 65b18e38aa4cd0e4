-- Of recovery codes: none is left, so that they prove nothing until there is one again.
alter table known_methods add column used_up boolean not null default false;
