-- When an administrator looked last, or helped the owner to a new password: no notice from before that freezes again.
create table lifted_freezes (
    account_id uuid        primary key,
    lifted_at  timestamptz not null
);
