-- In which language the person asked to be spoken to; null: in that of the pages.
alter table cases add column spoken_language text;
create index cases_by_spoken_language on cases (administration_id, spoken_language, registered_at desc)
  where spoken_language is not null;

-- What help the person asked for, if any; goes with the person.
alter table case_people add column support_needs text[];
