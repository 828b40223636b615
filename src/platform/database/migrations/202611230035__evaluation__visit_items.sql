-- What came from an evaluator's tablet, each once under the id that it was given there, whatever became of it.
create table evaluation_visit_items (
  administration_id uuid not null,
  evaluation_id uuid not null,
  item_id uuid not null,
  -- The tablet's own copy of the visit.
  copy_id uuid not null,
  element_id text check (length(element_id) between 1 and 60),
  kind text not null check (kind in ('observation', 'interview')),
  state text check (state in ('met', 'not_met', 'not_applicable', 'not_seen')),
  words text not null check (length(words) <= 4000),
  outcome text not null check (outcome in ('taken', 'contested', 'incomplete', 'late')),
  -- The revision of the mark that it made.
  made_revision integer,
  made_at timestamptz not null,
  taken_at timestamptz not null,
  taken_by uuid not null references accounts,
  -- Somebody said what stands, where it was contested or incomplete.
  settled_at timestamptz,
  settled_by uuid references accounts,
  primary key (administration_id, evaluation_id, item_id),
  foreign key (administration_id, evaluation_id) references evaluations,
  check (made_revision is null or outcome = 'taken'),
  check ((settled_at is null) = (settled_by is null)),
  check (settled_at is null or outcome in ('contested', 'incomplete'))
);

create function keep_visit_item() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.settled_at is null and new.settled_at is not null
    and (new.words, new.state, new.element_id, new.outcome) is not distinct from
        (old.words, old.state, old.element_id, old.outcome)
  then return new; end if;
  raise exception 'what a tablet brought stays as it came';
end $$;
create trigger keep_visit_item before update or delete on evaluation_visit_items
  for each row execute function keep_visit_item();
