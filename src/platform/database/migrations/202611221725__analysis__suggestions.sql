-- What was learnt from confirmed cases, one model an administration and task, and how the last try went.
create table suggestion_models (
  administration_id uuid not null references administrations,
  task text not null,
  tried_at timestamptz not null,
  -- Confirmed cases at that time.
  tried_on integer not null,
  -- Why that try was not kept; null: it was.
  silence text check (silence in ('too_few', 'no_better', 'earlier_is_better')),
  -- Grows with each model that is kept.
  version integer not null default 0,
  model bytea,
  format integer,
  examples integer,
  learnt_until timestamptz,
  learnt_at timestamptz,
  -- On the newest cases, before they taught too.
  held_out integer,
  first_right real,
  among_three_right real,
  most_frequent_right real,
  threshold real,
  primary key (administration_id, task)
);
