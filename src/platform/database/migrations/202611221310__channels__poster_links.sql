-- Addresses that an administration prints or puts on its own page; each says what the person need not tell.
create table poster_links (
  administration_id uuid not null references administrations,
  link_id uuid not null,
  -- Stands in the address, short enough to be typed; the signature behind it keeps it from being guessed.
  number integer not null check (number > 0),
  label text not null check (length(label) between 1 and 80),
  medium text not null check (medium in ('print', 'site')),
  -- None: the whole administration.
  centre_id uuid,
  window_id uuid,
  service_id uuid,
  -- None: the person says it. `corruption_report`: the sealed door, of which nothing is counted.
  kind text,
  made_at timestamptz not null,
  made_by uuid not null references accounts,
  retired_at timestamptz,
  retired_by uuid references accounts,
  primary key (administration_id, link_id),
  unique (administration_id, number),
  foreign key (administration_id, centre_id) references centres,
  foreign key (administration_id, window_id) references service_windows,
  foreign key (administration_id, service_id) references services,
  check (centre_id is not null or (window_id is null and service_id is null)),
  check ((retired_at is null) = (retired_by is null))
);

-- How often a link was opened and a filing begun, by day of the administration; nothing about anybody.
create table poster_link_days (
  administration_id uuid not null,
  link_id uuid not null,
  day date not null,
  opened integer not null default 0,
  begun integer not null default 0,
  primary key (administration_id, link_id, day),
  foreign key (administration_id, link_id) references poster_links
);

-- The office's own pages, which may show the form in a frame.
create table framing_origins (
  administration_id uuid not null references administrations,
  origin text not null,
  added_at timestamptz not null,
  added_by uuid not null references accounts,
  primary key (administration_id, origin)
);
