-- What caused a delivery; empty for those that were owed before.
alter table deliveries
    add column correlation_id uuid, -- the client's request
    add column causation_id   uuid, -- the message that made it owed
    add column traceparent    text; -- of that message
