-- Kept as proof: neither its term nor its person's wish erases it until somebody says so.
alter table cases add column held boolean not null default false;

-- What ended and still has its words, oldest first: those whose time is over are found without reading the others.
create index cases_by_end on cases (administration_id, kind, (coalesce(closed_at, notified_at)), case_id)
  where not is_open and summary <> '';

-- How long an administration keeps something, where it says otherwise than its regime.
create table retention_terms (
  administration_id uuid not null references administrations,
  -- What is kept: content and identity of cases (with their kind), older books, letters …
  holding text not null check (holding ~ '^[a-z_]+$'),
  -- Empty: not told apart by kind.
  kind text not null default '',
  months integer not null check (months between 1 and 1200),
  primary key (administration_id, holding, kind)
);

-- What was erased by rule: which rule, which day and how much, and nothing of whom.
create table retention_erasures (
  administration_id uuid not null references administrations,
  erasure_id uuid not null,
  erased_on date not null,
  holding text not null,
  kind text not null default '',
  months integer not null,
  -- What ended before this day.
  ended_before date not null,
  erased integer not null check (erased > 0),
  erased_at timestamptz not null,
  primary key (administration_id, erasure_id)
);
create index retention_erasures_by_time on retention_erasures (administration_id, erased_at desc, erasure_id);
create trigger retention_erasures_append_only before update or delete on retention_erasures
  for each row execute function refuse_change();
