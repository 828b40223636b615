-- Numbers of blank sheets, one series for each administration: reserved in a block when they are printed,
-- never given twice. The book's own number is given when the sheet is loaded.
create table sheet_series (
  administration_id uuid primary key references administrations,
  last_number integer not null check (last_number > 0)
);

create table sheet_blocks (
  administration_id uuid not null references administrations,
  block_id uuid not null,
  centre_id uuid not null,
  -- None: the sheet is for every kind.
  kind text,
  languages text[] not null check (cardinality(languages) between 1 and 2),
  first_number integer not null check (first_number > 0),
  last_number integer not null check (last_number >= first_number),
  printed_at timestamptz not null,
  printed_by uuid not null references accounts,
  primary key (administration_id, block_id),
  unique (administration_id, first_number),
  foreign key (administration_id, centre_id) references centres
);

-- Written sheets that arrived together and wait to be typed, and by when.
create table sheet_piles (
  administration_id uuid not null references administrations,
  pile_id uuid not null,
  centre_id uuid not null,
  received_on date not null,
  -- None: the regime sets no limit.
  due_on date,
  recorded_at timestamptz not null,
  recorded_by uuid not null references accounts,
  primary key (administration_id, pile_id),
  foreign key (administration_id, centre_id) references centres
);

create table piled_sheets (
  administration_id uuid not null,
  sheet_number text not null check (length(sheet_number) between 1 and 40),
  pile_id uuid not null,
  position integer not null check (position > 0),
  -- Set once it was seen in the book.
  loaded_at timestamptz,
  primary key (administration_id, sheet_number),
  unique (administration_id, pile_id, position),
  foreign key (administration_id, pile_id) references sheet_piles
);
create index piled_sheets_waiting on piled_sheets (administration_id, pile_id) where loaded_at is null;

-- Each level of a pile's limit is told once.
create table pile_alerts (
  administration_id uuid not null,
  pile_id uuid not null,
  level integer not null,
  raised_at timestamptz not null,
  primary key (administration_id, pile_id, level),
  foreign key (administration_id, pile_id) references sheet_piles
);

-- What was solved on the spot: no person is needed for it, and none is asked for.
create table solved_incidents (
  administration_id uuid not null references administrations,
  incident_id uuid not null,
  centre_id uuid not null,
  service_id uuid,
  what text not null check (length(what) between 1 and 2000),
  solution text not null check (length(solution) between 1 and 2000),
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null references accounts,
  -- Where the person wanted it in the book all the same.
  case_number text,
  primary key (administration_id, incident_id),
  foreign key (administration_id, centre_id) references centres,
  foreign key (administration_id, service_id) references services
);
create index solved_incidents_by_time on solved_incidents (administration_id, happened_at desc, incident_id);
