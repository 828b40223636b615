-- By when what came outside the book had to be in it, as the rules of the day said, and how late it was.
alter table case_origins
  add column load_due_on date,
  add column load_days_late integer check (load_days_late > 0);
create index case_people_by_email on case_people (administration_id, lower(email))
  where email is not null;
create index case_people_by_phone
  on case_people (administration_id, right(regexp_replace(phone, '\D', '', 'g'), 9))
  where phone is not null;
