-- What the cases come to, counted by month: of a centre or the whole, a kind and one member of one breakdown.
-- Rows of counts stand under the name of their measure, as text such as `0,3,1`: by day of the month, or by the
-- days that something took or the score that was given. `totals` are their sums.
create table indicator_cells (
  administration_id uuid not null references administrations,
  within text not null,
  breakdown text not null,
  month date not null check (extract(day from month) = 1),
  kind text not null,
  member text not null,
  totals jsonb not null,
  days jsonb not null,
  spans jsonb not null,
  primary key (administration_id, within, breakdown, month, kind, member)
);

-- Emptied by a case that tells otherwise now; taken off in the same step.
create index indicator_cells_empty on indicator_cells (administration_id) where totals = '{}';

-- The facts with which each case was counted last, so that a change takes away exactly what it added.
create table indicator_facts (
  administration_id uuid not null references administrations,
  source text not null check (source in ('book', 'legacy')),
  case_id uuid not null,
  facts jsonb not null,
  primary key (administration_id, source, case_id)
);

-- With which formulas the cells of an administration were counted, and up to when. Held by whoever counts.
create table indicator_states (
  administration_id uuid primary key references administrations,
  formulas integer not null,
  -- When the book's own first case came in; from then on a month without cases is one, and no gap.
  began_on date,
  counted_at timestamptz not null
);

-- Cases that changed and are not counted anew yet. Written by the history itself, so that no step forgets.
create table case_marks (
  administration_id uuid not null,
  mark_id bigint generated always as identity primary key,
  source text not null default 'book' check (source in ('book', 'legacy')),
  case_id uuid not null,
  marked_at timestamptz not null
);

create index case_marks_of_book on case_marks (administration_id, mark_id);

create function mark_case() returns trigger language plpgsql as $$
begin
  insert into case_marks (administration_id, case_id, marked_at)
    select administration_id, case_id, max(happened_at) from added group by 1, 2;
  return null;
end $$;
create trigger case_events_mark after insert on case_events
  referencing new table as added for each statement execute function mark_case();
