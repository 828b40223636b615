-- Every step of every case, chained per case. Commitments only: contents live elsewhere and can be erased.
create table case_events (
  administration_id uuid not null,
  case_id uuid not null,
  position integer not null check (position > 0),
  event text not null,
  happened_at timestamptz not null,
  actor text not null check (actor in ('person', 'staff', 'system')),
  account_id uuid,
  role text,
  from_state text,
  to_state text not null,
  rule text not null,
  reason text,
  -- Ids, dates and codes; never a word that somebody wrote.
  details jsonb not null,
  commitments jsonb not null,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (administration_id, case_id, position)
);

-- The book itself: filings in order, each chained to the one before, so that a missing case shows.
create table filings (
  administration_id uuid not null,
  position bigint not null check (position > 0),
  case_id uuid not null,
  case_number text not null unique,
  registered_at timestamptz not null,
  event_hash bytea not null,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (administration_id, position)
);

create trigger case_events_append_only before update or delete on case_events
  for each row execute function refuse_change();
create trigger case_events_no_truncate before truncate on case_events
  for each statement execute function refuse_change();
create trigger filings_append_only before update or delete on filings
  for each row execute function refuse_change();
create trigger filings_no_truncate before truncate on filings
  for each statement execute function refuse_change();
