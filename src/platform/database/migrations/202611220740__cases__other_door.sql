-- The person is shown, where they follow the case, that they may tell the same through the sealed door.
-- What they do with that is written down nowhere.
alter table cases add column door_offered boolean not null default false;
