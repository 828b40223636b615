-- Each view of open work is counted and listed in the order of one index, whatever the size of the book. The
-- states come before the dates: a view is a state, or a few of them by their dates. What is counted is read from
-- the index alone where its page has rested.
drop index cases_of_handler, cases_of_centre, cases_of_unit, cases_urgent;

create index cases_desk on cases
  (administration_id, state, (coalesce(due_on, '9999-12-31'::date)), case_number)
  include (centre_id, unit_id, handler_id, restricted, priority, due_on, answered_at, clock_suspended)
  where is_open;
create index cases_of_handler on cases
  (administration_id, handler_id, state, (coalesce(due_on, '9999-12-31'::date)), case_number)
  include (centre_id, unit_id, restricted, priority, due_on, answered_at, clock_suspended)
  where is_open and handler_id is not null;
create index cases_of_centre on cases
  (administration_id, centre_id, state, (coalesce(due_on, '9999-12-31'::date)), case_number)
  include (unit_id, handler_id, restricted, priority, due_on, answered_at, clock_suspended)
  where is_open;
create index cases_of_unit on cases
  (administration_id, unit_id, state, (coalesce(due_on, '9999-12-31'::date)), case_number)
  include (centre_id, handler_id, restricted, priority, due_on, answered_at, clock_suspended)
  where is_open and unit_id is not null;

-- The few among the many, in the order of their list.
create index cases_urgent on cases (administration_id, (coalesce(due_on, '9999-12-31'::date)), case_number)
  include (centre_id, unit_id, handler_id, restricted) where is_open and priority > 0;
create index cases_restricted on cases (administration_id, (coalesce(due_on, '9999-12-31'::date)), case_number)
  include (centre_id, unit_id, handler_id) where is_open and restricted is not null;
create index cases_unassigned on cases (administration_id, (coalesce(due_on, '9999-12-31'::date)), case_number)
  include (centre_id, unit_id, handler_id, restricted)
  where is_open and state in ('registered', 'in_triage');
create index cases_answered on cases (administration_id, registered_at desc, case_number desc)
  where state = 'notified';
