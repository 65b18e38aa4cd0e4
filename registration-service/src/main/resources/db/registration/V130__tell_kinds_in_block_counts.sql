-- Tries are counted for each kind of method on its own. Of those before it is not known which it was.
ALTER TABLE block_counts ADD COLUMN kind text NOT NULL DEFAULT 'SMS';
