-- Somebody who has a method of a kind, to be read in place of who has none: both take as long.
CREATE INDEX methods_of_kind ON methods (kind, account_id);
