-- How many codes were granted in each slice of time; counter is a keyed HMAC of what is counted, base64url.
create table budgets (
    counter text        not null,
    slice   timestamptz not null,
    granted integer     not null,
    primary key (counter, slice)
);

create index budgets_by_slice on budgets (slice);
