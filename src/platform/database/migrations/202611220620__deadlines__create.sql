create table calendars (
  calendar_code text primary key,
  -- Days are inherited: region above country, administration above region, centre above administration.
  parent_code text references calendars,
  administration_id uuid references administrations,
  name jsonb not null,
  -- Null: that of the calendar below.
  working_week smallint[],
  -- The years whose days off are all known. Null: it only adds days to those of the calendar below.
  first_year integer,
  last_year integer check (last_year >= first_year),
  -- Grows when its own days change and when those of a calendar below it do.
  version integer not null default 1,
  -- New with every version and nowhere the same twice, so that what was read can be kept in memory by it.
  edition uuid not null default gen_random_uuid(),
  source text not null,
  check ((first_year is null) = (last_year is null)),
  check (parent_code is not null or (working_week is not null and first_year is not null))
);
create index calendars_by_parent on calendars (parent_code);

create table calendar_days (
  calendar_code text not null references calendars,
  day date not null,
  kind text not null check (kind in ('holiday', 'closure', 'working_day_by_exception')),
  name jsonb not null,
  source text not null,
  published_on date,
  primary key (calendar_code, day)
);

create table clocks (
  administration_id uuid not null references administrations,
  clock_id uuid not null,
  case_id uuid not null,
  step text not null,
  -- The rule as it was on its day: later versions do not touch it.
  term jsonb not null,
  regime_code text not null,
  regime_version integer not null,
  calendar_code text not null references calendars,
  calendar_version integer not null,
  time_zone text not null,
  started_at timestamptz not null,
  due_on date not null,
  -- A date that the person was told is never shortened.
  told_due_on date,
  stopped_at timestamptz,
  overdue_at timestamptz,
  primary key (administration_id, clock_id)
);
create index clocks_of_case on clocks (administration_id, case_id);
-- One clock a step.
create unique index clocks_one_a_step on clocks (administration_id, case_id, step) where stopped_at is null;
create index clocks_running on clocks (due_on) where stopped_at is null;

create table clock_suspensions (
  administration_id uuid not null,
  clock_id uuid not null,
  suspended_at timestamptz not null,
  suspended_on date not null,
  resumed_at timestamptz,
  resumed_on date check (resumed_on >= suspended_on),
  reason text not null,
  primary key (administration_id, clock_id, suspended_at, reason),
  foreign key (administration_id, clock_id) references clocks
);

create table clock_extensions (
  administration_id uuid not null,
  clock_id uuid not null,
  extended_at timestamptz not null,
  days integer not null check (days > 0),
  unit text not null,
  source text not null,
  primary key (administration_id, clock_id, extended_at),
  foreign key (administration_id, clock_id) references clocks
);

-- Every date that a clock had before, and why it moved.
create table clock_moves (
  administration_id uuid not null,
  move_id uuid not null default gen_random_uuid(),
  clock_id uuid not null,
  moved_at timestamptz not null,
  due_before date not null,
  due_after date not null,
  reason text not null check (reason in ('suspension', 'extension', 'calendar')),
  calendar_version integer not null,
  primary key (administration_id, move_id),
  foreign key (administration_id, clock_id) references clocks
);
create index clock_moves_of_clock on clock_moves (administration_id, clock_id, moved_at);

-- Each reminder or escalation leaves once.
create table clock_alerts (
  administration_id uuid not null,
  clock_id uuid not null,
  level integer not null,
  raised_at timestamptz not null,
  primary key (administration_id, clock_id, level),
  foreign key (administration_id, clock_id) references clocks
);
