-- account_id is a decoy where account_known is false.
create table resets (
    reset_id         uuid        primary key,
    client           text        not null,
    flow             uuid        not null,
    flow_hash        text        not null,
    account_id       uuid        not null,
    account_known    boolean     not null,
    gates_at_request integer     not null,
    strong_only      boolean     not null,
    requested_at     timestamptz not null,
    state            text        not null check (state in ('CHOOSING', 'PROVING', 'AUTHORISED', 'ENDED')),
    verification_id  uuid,
    kind             text,
    choices          integer     not null,
    refusals         integer     not null,
    last_step_at     timestamptz not null,
    -- set when a password was set by other means: it is over, and the sweep will say so
    voided           boolean     not null default false,
    ending           text,
    -- when the sweep has to look at it: to end it, and once it has ended to delete it
    due_at           timestamptz not null,
    unique (client, flow)
);
create index resets_due on resets (due_at);
create index resets_open_by_account on resets (account_id) where state <> 'ENDED';

-- A verification proves one gate of one reset, ever.
create table reset_gates (
    verification_id uuid    primary key,
    reset_id        uuid    not null references resets on delete cascade,
    gate            integer not null,
    method_id       uuid    not null,
    kind            text    not null,
    unique (reset_id, gate)
);
