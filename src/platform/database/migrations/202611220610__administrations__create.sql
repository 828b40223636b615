create table administrations (
  administration_id uuid primary key,
  slug text not null unique check (
    slug ~ '^[a-z][a-z0-9-]{1,40}$'
    and slug not in ('api', 'personal', 'seguimiento', 'tableta', 'healthz', 'readyz', 'version', 'metrics', 'assets')
  ),
  name text not null,
  -- The letters before the year in a case number: DEMO-2026-000123.
  book_code text not null unique check (book_code ~ '^[A-Z][A-Z0-9]{1,11}$'),
  regime_code text not null,
  calendar_code text not null,
  time_zone text not null,
  languages text[] not null check (languages[1] = 'es'),
  -- Name, mark and colours; nothing else of the look changes.
  theme jsonb not null default '{}',
  contact jsonb not null default '{}',
  demo boolean not null default false,
  -- Closed until its own terms are entered where the regime asks for them.
  opened_at timestamptz,
  -- Grows with every change of what filing and routing read, so that caches know.
  revision bigint not null default 1
);

-- What every feature may know of an administration: where an address leads and which day it is there.
create view administration_directory as
  select administration_id, slug, name, time_zone, languages from administrations;

create table units (
  administration_id uuid not null references administrations,
  unit_id uuid not null,
  slug text not null,
  name text not null,
  parent_unit_id uuid,
  valid_from date,
  valid_until date,
  primary key (administration_id, unit_id),
  unique (administration_id, slug),
  foreign key (administration_id, parent_unit_id) references units
);

create table centres (
  administration_id uuid not null references administrations,
  centre_id uuid not null,
  slug text not null,
  name text not null,
  address text,
  -- A calendar of its own place, above the administration's.
  calendar_code text,
  emergency_email text,
  valid_from date,
  valid_until date,
  primary key (administration_id, centre_id),
  unique (administration_id, slug)
);

create table centre_hours (
  administration_id uuid not null,
  centre_id uuid not null,
  weekday smallint not null check (weekday between 1 and 7),
  opens time not null,
  closes time not null check (closes > opens),
  primary key (administration_id, centre_id, weekday, opens),
  foreign key (administration_id, centre_id) references centres
);

create table service_windows (
  administration_id uuid not null,
  window_id uuid not null,
  centre_id uuid not null,
  slug text not null,
  name text not null,
  primary key (administration_id, window_id),
  unique (administration_id, centre_id, slug),
  foreign key (administration_id, centre_id) references centres
);

create table services (
  administration_id uuid not null references administrations,
  service_id uuid not null,
  slug text not null,
  name text not null,
  -- The unit that owns the service answers for it.
  unit_id uuid not null,
  valid_from date,
  valid_until date,
  primary key (administration_id, service_id),
  unique (administration_id, slug),
  foreign key (administration_id, unit_id) references units
);

create table centre_services (
  administration_id uuid not null,
  centre_id uuid not null,
  service_id uuid not null,
  primary key (administration_id, centre_id, service_id),
  foreign key (administration_id, centre_id) references centres,
  foreign key (administration_id, service_id) references services
);

-- The directory of the people who work there, so that nobody decides a case that names them.
create table officials (
  administration_id uuid not null references administrations,
  official_id uuid not null,
  name text not null,
  post text not null,
  unit_id uuid,
  centre_id uuid,
  account_id uuid,
  valid_from date,
  valid_until date,
  primary key (administration_id, official_id),
  foreign key (administration_id, unit_id) references units,
  foreign key (administration_id, centre_id) references centres
);

-- Permissions from outside without which a kind of the regime stays off.
create table authorisations (
  administration_id uuid not null references administrations,
  code text not null,
  reference text not null,
  granted_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (administration_id, code)
);

-- Terms that the administration sets itself, inside what the regime allows.
create table own_terms (
  administration_id uuid not null references administrations,
  step text not null,
  kind text not null default '*',
  days integer not null check (days >= 0),
  unit text not null check (unit in ('business', 'calendar', 'months')),
  valid_from date not null,
  valid_until date,
  source text not null,
  primary key (administration_id, step, kind, valid_from)
);
