-- Text messages are handed to a gateway and then asked after; notices have more to say.
alter table deliveries
    add column channel    text    not null default 'MAIL',
    add column country    text,                           -- of a telephone, keyed HMAC, base64url
    add column until      timestamptz,                    -- what the notice tells of lasts or begins then
    add column remaining  integer,                        -- how many are left of what the notice tells of
    add column sends      integer not null default 0,     -- how often the gateway was asked to send
    add column in_doubt   boolean not null default false, -- asked, and no answer yet: it may have been sent
    add column gateway_id text,                           -- the gateway's own id of the message it took
    add column sent_at    timestamptz,                    -- when it took it
    add column verified   boolean not null default false; -- the code came back: somebody read it

drop index deliveries_owed;
create index deliveries_owed on deliveries (channel, expires_at) where ended_at is null;
create index deliveries_sent_there on deliveries (country, sent_at) where sent_at is not null;
create index deliveries_verified on deliveries (verification_id) where sent_at is not null;
