-- The few that cannot wait, found among any number of open cases.
create index cases_urgent on cases (administration_id, (coalesce(due_on, '9999-12-31'::date)), case_number)
  where is_open and priority > 0;
