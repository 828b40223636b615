-- A case classified anew has another term from the same beginning: its date moves for that reason too.
alter table clock_moves drop constraint clock_moves_reason_check;
alter table clock_moves add constraint clock_moves_reason_check
  check (reason in ('suspension', 'extension', 'calendar', 'classification'));

-- The cases that follow another one, found from that one.
create index cases_linked on cases (administration_id, linked_case_id) where linked_case_id is not null;
