-- Tablets in the offices, and what they send: sealed on the tablet to a key of the administration, and
-- kept here only until it is a case or was dismissed.
create table devices (
  administration_id uuid not null references administrations,
  device_id uuid not null,
  -- stands in its provisional numbers, in the place of the year
  code text not null check (code ~ '^T[0-9A-HJKMNP-TV-Z]{3}$'),
  name text not null check (length(name) between 1 and 80),
  greeting text check (length(greeting) between 1 and 300),
  centre_id uuid not null,
  quota_per_day integer not null check (quota_per_day between 1 and 2000),
  ends_on date not null,
  made_at timestamptz not null,
  made_by uuid references accounts,
  -- of the token that it was given for its one-time code
  token_hash bytea check (length(token_hash) = 32),
  enrolled_at timestamptz,
  switched_off_at timestamptz,
  -- as its last contact told
  last_contact_at timestamptz,
  last_sequence bigint not null default 0,
  waiting integer not null default 0,
  waiting_since timestamptz,
  primary key (administration_id, device_id),
  unique (administration_id, code),
  foreign key (administration_id, centre_id) references centres,
  check ((token_hash is null) = (enrolled_at is null))
);
create index devices_by_token on devices (token_hash) where token_hash is not null;

create table device_codes (
  administration_id uuid not null,
  code_hash bytea not null check (length(code_hash) = 32),
  device_id uuid not null,
  made_at timestamptz not null,
  made_by uuid references accounts,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (administration_id, code_hash),
  foreign key (administration_id, device_id) references devices
);
create index device_codes_by_hash on device_codes (code_hash) where used_at is null;

-- When a tablet said for the first and for the last time that this was its last filing, with the time by
-- its own clock: between such contacts lies when a filing was made.
create table device_contacts (
  administration_id uuid not null,
  device_id uuid not null,
  sequence bigint not null check (sequence >= 0),
  first_at timestamptz not null,
  first_clock timestamptz not null,
  last_at timestamptz not null,
  last_clock timestamptz not null,
  primary key (administration_id, device_id, sequence),
  foreign key (administration_id, device_id) references devices
);

create table device_filings (
  administration_id uuid not null,
  item_id uuid not null,
  device_id uuid not null,
  -- made on the tablet; also the key under which sending twice is harmless
  filing_id uuid not null,
  -- an id that had come before with another content
  is_repeat boolean not null default false,
  sequence bigint not null check (sequence between 1 and 999999999),
  key_id text not null,
  -- gone once it is a case or was dismissed
  sealed bytea,
  content_hash bytea not null check (length(content_hash) = 32),
  made_clock timestamptz not null,
  sent_clock timestamptz not null,
  received_at timestamptz not null,
  -- the tablet's time, pressed between the contacts that know better
  handed_over_at timestamptz not null,
  tries smallint not null default 1,
  outcome text not null check (outcome in ('received', 'filed', 'set_aside', 'dismissed')),
  reason text check (reason in ('switched_off', 'ended', 'over_quota', 'unreadable', 'refused',
    'file_refused', 'id_reused', 'failed')),
  case_id uuid,
  case_number text,
  kind text,
  due_on date,
  settled_at timestamptz,
  -- null: by the rules, at once
  settled_by uuid references accounts,
  dismissal text check (length(dismissal) between 1 and 500),
  primary key (administration_id, item_id),
  foreign key (administration_id, device_id) references devices,
  foreign key (administration_id, case_id) references cases,
  check ((outcome = 'filed') = (case_id is not null)),
  check ((outcome = 'dismissed') = (dismissal is not null)),
  check (outcome <> 'set_aside' or reason is not null),
  check ((sealed is null) = (outcome in ('filed', 'dismissed')))
);
create unique index device_filings_once on device_filings (administration_id, device_id, filing_id)
  where not is_repeat;
create unique index device_filings_content
  on device_filings (administration_id, device_id, filing_id, content_hash);
create index device_filings_set_aside on device_filings (administration_id, received_at)
  where outcome = 'set_aside';
create index device_filings_by_day on device_filings (administration_id, device_id, handed_over_at);
create index device_filings_by_sequence on device_filings (administration_id, device_id, sequence);

create table device_files (
  administration_id uuid not null,
  device_id uuid not null,
  filing_id uuid not null,
  n smallint not null check (n between 1 and 5),
  sealed bytea not null,
  -- of the sealed bytes
  sha256 bytea not null check (length(sha256) = 32),
  received_at timestamptz not null,
  primary key (administration_id, device_id, filing_id, n),
  foreign key (administration_id, device_id) references devices
);
create index device_files_by_time on device_files (received_at);
