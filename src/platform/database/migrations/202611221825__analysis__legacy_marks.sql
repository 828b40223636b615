-- A legacy book that was brought in whole is counted whole: one mark for the batch.
create function mark_legacy_batch() returns trigger language plpgsql as $$
begin
  insert into case_marks (administration_id, source, case_id, marked_at)
    values (new.administration_id, 'legacy', new.batch_id, new.loaded_at);
  return null;
end $$;
create trigger legacy_batches_mark after update of state on legacy_batches
  for each row when (new.state = 'loaded' and old.state <> 'loaded') execute function mark_legacy_batch();
