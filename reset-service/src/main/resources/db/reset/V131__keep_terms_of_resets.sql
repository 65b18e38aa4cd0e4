-- What counted for the person when the reset was requested, and which kinds were on offer first: blanks between kinds.
-- Resets from before knew no difference between people, and kept no kinds; the policy in force still limits them.
alter table resets add column kinds_at_request text not null default 'EMAIL SMS AUTHENTICATOR_APP RECOVERY_CODE';
alter table resets add column kinds_shown text not null default 'EMAIL SMS AUTHENTICATOR_APP RECOVERY_CODE';
alter table resets add column outside_at_request text;
alter table resets alter column kinds_at_request drop default;
alter table resets alter column kinds_shown drop default;
-- Who is known but not eligible, and is told of it; account_id is a decoy then.
alter table resets add column in_vain_for uuid;
