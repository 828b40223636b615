-- What people spoke of in each month, as found in their texts.
create table theme_months (
  administration_id uuid not null references administrations,
  month date not null,
  found_at timestamptz not null,
  texts integer not null,
  -- Of the month before.
  before integer not null,
  -- Near to no theme.
  rest integer not null,
  primary key (administration_id, month)
);

create table themes (
  administration_id uuid not null,
  month date not null,
  -- The same in every month in which it is the same theme.
  theme_id uuid not null,
  since date not null,
  phrases text[] not null,
  said integer not null,
  before integer not null,
  trend text not null check (trend in ('new', 'growing', 'fading', 'steady', 'unknown')),
  -- In points, with the interval in which chance leaves it.
  change real,
  low real,
  high real,
  centre jsonb not null,
  primary key (administration_id, month, theme_id),
  foreign key (administration_id, month) references theme_months on delete cascade
);

-- Of a theme, or (theme_id absent) of a text that was written over and over, by its number.
create table theme_cases (
  administration_id uuid not null,
  month date not null,
  theme_id uuid,
  repeated integer,
  case_id uuid not null,
  foreign key (administration_id, month) references theme_months on delete cascade,
  check ((theme_id is null) <> (repeated is null))
);
create index theme_cases_of_month on theme_cases (administration_id, month, theme_id, repeated);
