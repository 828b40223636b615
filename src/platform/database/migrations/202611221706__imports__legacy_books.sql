-- Books that an office kept before this one. They stand apart: no state of ours, no clock, no notice.
create table legacy_batches (
  administration_id uuid not null references administrations,
  batch_id uuid not null,
  -- DEMO-LB-0001; the name of its link in the chain of the book.
  batch_number text not null unique,
  source text not null,
  language text not null,
  file_name text not null,
  file_hash bytea not null,
  mapping jsonb not null,
  mapping_hash bytea not null,
  -- The headings, in the order in which each case keeps its cells.
  columns jsonb not null,
  state text not null check (state in ('loading', 'loaded')),
  -- The last row of the file of which everything is here: where an import that was stopped goes on.
  rows_done integer not null default 0,
  taken integer not null default 0,
  report jsonb,
  -- The SHA-256 over numbers and hashes of its cases in order, which the chain of the book holds.
  seal bytea,
  started_at timestamptz not null,
  started_by uuid references accounts,
  loaded_at timestamptz,
  primary key (administration_id, batch_id),
  check ((state = 'loaded') = (seal is not null and loaded_at is not null))
);

create table legacy_cases (
  administration_id uuid not null,
  legacy_id uuid not null,
  batch_id uuid not null,
  row_number integer not null check (row_number > 0),
  -- Of a series apart: DEMO-L-2014-000123.
  legacy_number text not null,
  source text not null,
  -- The number that it had there.
  source_number text not null,
  -- The number of another system of record, by which people may ask for it.
  official_number text,
  kind text not null,
  channel text,
  state_told text,
  state text,
  outcome text,
  received_at timestamptz not null,
  received_on date not null,
  due_on date,
  answered_at timestamptz,
  answered_on date,
  closed_at timestamptz,
  closed_on date,
  centre_id uuid,
  centre_told text,
  service_id uuid,
  service_told text,
  unit_id uuid,
  unit_told text,
  motive text,
  language text not null,
  flags text[] not null,
  -- What was told, and the row as it stood; both go when it is erased, and the commitment stays.
  body text not null,
  cells jsonb,
  salt bytea,
  commitment bytea not null,
  facts_hash bytea not null,
  row_hash bytea not null,
  erased_on date,
  primary key (administration_id, legacy_id),
  foreign key (administration_id, batch_id) references legacy_batches,
  check ((erased_on is null) = (cells is not null and salt is not null))
);
create unique index legacy_cases_by_source on legacy_cases (administration_id, source, source_number);
create unique index legacy_cases_by_batch on legacy_cases (administration_id, batch_id, row_number);
create unique index legacy_cases_by_number on legacy_cases (legacy_number);
create index legacy_cases_by_day on legacy_cases (administration_id, received_on, legacy_id);
create index legacy_cases_by_official on legacy_cases (administration_id, official_number)
  where official_number is not null;
create index legacy_cases_by_words on legacy_cases using gin (to_tsvector('libro_es', body))
  where body <> '';

create trigger legacy_cases_no_delete before delete on legacy_cases
  for each row execute function refuse_change();
create trigger legacy_cases_no_truncate before truncate on legacy_cases
  for each statement execute function refuse_change();

create table legacy_series (
  administration_id uuid not null references administrations,
  year integer not null,
  last_number integer not null,
  primary key (administration_id, year)
);

-- A file that somebody brought to the page and has not loaded, or not finished loading.
create table legacy_drafts (
  administration_id uuid not null references administrations,
  draft_id uuid not null,
  file_name text not null,
  hints jsonb not null default '{}',
  mapping jsonb,
  state text not null check (state in ('new', 'mapped', 'tried', 'loading', 'loaded', 'failed')),
  rows_done integer not null default 0,
  report jsonb,
  -- Why it failed: a code and its values.
  problem jsonb,
  created_at timestamptz not null,
  created_by uuid not null references accounts,
  primary key (administration_id, draft_id)
);

-- The chain of the book holds filings, and batches of legacy cases as one link each.
alter table filings add column link text not null default 'case' check (link in ('case', 'legacy_batch'));
