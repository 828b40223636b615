-- Set once what they wrote and who they are is gone; number, right, state and days stay.
alter table data_requests add column erased_on date;
create index data_requests_kept on data_requests (administration_id)
  where erased_on is null and state in ('denied', 'effective', 'withdrawn');
