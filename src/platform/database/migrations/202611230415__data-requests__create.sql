-- What people ask about the data that is kept of them: a small book of its own, numbered by year.
create table data_request_books (
  administration_id uuid not null references administrations,
  year integer not null check (year between 2000 and 2200),
  last_number integer not null check (last_number >= 0),
  primary key (administration_id, year)
);

create table data_requests (
  administration_id uuid not null references administrations,
  request_id uuid not null,
  request_number text not null unique,
  right_asked text not null check (right_asked in ('access', 'correction', 'erasure', 'opposition')),
  state text not null check (state in
    ('received', 'awaiting_proof', 'in_review', 'granted', 'denied', 'effective', 'withdrawn')),
  -- How it is known that the data are theirs; null: not yet.
  proof text check (proof in ('secret', 'document')),
  -- Null: filed by the person.
  filed_by uuid references accounts,
  filed_at timestamptz not null,
  language text not null,
  -- Theirs; all of it goes when the request is erased.
  person_name text not null default '' check (length(person_name) <= 200),
  email text check (length(email) <= 200),
  details text not null default '' check (length(details) <= 5000),
  answer text not null default '' check (length(answer) <= 5000),
  -- The rule as it held on the day: terms do not change under a request.
  rule jsonb,
  due_on date,
  extended_by integer check (extended_by > 0),
  proof_asked_on date,
  proof_due_on date,
  proven_on date,
  answered_at timestamptz,
  effective_due_on date,
  effective_at timestamptz,
  secret_hash bytea not null,
  -- Of the form: sent twice, it counts once.
  sending_id uuid not null,
  version integer not null default 1,
  primary key (administration_id, request_id),
  unique (administration_id, sending_id)
);
create index data_requests_open on data_requests (administration_id, due_on)
  where state in ('received', 'awaiting_proof', 'in_review', 'granted');

-- The cases that it is about; none where the person has no case or nobody looked yet.
create table data_request_cases (
  administration_id uuid not null,
  request_id uuid not null,
  case_id uuid not null,
  primary key (administration_id, request_id, case_id),
  foreign key (administration_id, request_id) references data_requests,
  foreign key (administration_id, case_id) references cases
);
create index data_request_cases_by_case on data_request_cases (administration_id, case_id);

create table data_request_steps (
  administration_id uuid not null,
  request_id uuid not null,
  position integer not null check (position > 0),
  at timestamptz not null,
  step text not null check (step ~ '^[a-z_]{1,40}$'),
  -- Null: the person, or the clock.
  account_id uuid references accounts,
  -- What was said with it; goes when the request is erased.
  words text check (length(words) <= 5000),
  primary key (administration_id, request_id, position),
  foreign key (administration_id, request_id) references data_requests
);
