-- Why a reset could not begin, of the notices that tell that: of each reason one is sent in a day.
alter table deliveries
    add column reason text;
