-- Countries that no codes are sent to for a while, because hardly any came back; country as in deliveries.
create table breakers (
    country       text        primary key,
    stopped_until timestamptz not null
);
