-- What a method is proven with is its kind's business: an app's seed, the hash of an administrator's code.
ALTER TABLE methods DROP CONSTRAINT methods_check;
ALTER TABLE methods DROP CONSTRAINT methods_check1;
ALTER TABLE methods RENAME COLUMN seed_encrypted TO secret_encrypted;
ALTER TABLE methods RENAME COLUMN last_step TO used_up_to;
ALTER TABLE methods RENAME COLUMN verified_at TO added_at;
ALTER TABLE methods
    -- Of a quarantined one: when it begins to count.
    ADD COLUMN usable_from timestamptz,
    -- Of an administrator's code: the end of its life.
    ADD COLUMN usable_until timestamptz,
    -- Chosen by its owner to be the one of its kind.
    ADD COLUMN preferred boolean NOT NULL DEFAULT false,
    -- Of one that provisioning told of: its place in the organisation's list.
    ADD COLUMN import_rank integer,
    ADD CHECK ((address_encrypted IS NULL) = (address_hmac IS NULL)),
    ADD CHECK ((status = 'QUARANTINED') = (usable_from IS NOT NULL)),
    ADD CHECK (status <> 'IMPORTED' OR import_rank IS NOT NULL);
DROP INDEX methods_one_per_address;
CREATE UNIQUE INDEX methods_one_per_address ON methods (account_id, address_hmac)
    WHERE status IN ('VERIFIED', 'QUARANTINED');
CREATE INDEX methods_to_release ON methods (usable_from) WHERE status = 'QUARANTINED';
