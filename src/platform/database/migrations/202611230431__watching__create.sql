-- Who was called to a case in an internal note, until they have looked.
create table case_mentions (
  administration_id uuid not null,
  case_id uuid not null,
  -- The step of the history whose note called them.
  position integer not null check (position > 0),
  account_id uuid not null references accounts,
  mentioned_by uuid not null references accounts,
  mentioned_at timestamptz not null,
  seen_at timestamptz,
  primary key (administration_id, case_id, position, account_id),
  foreign key (administration_id, case_id) references cases
);
create index case_mentions_unseen on case_mentions (administration_id, account_id, case_id) where seen_at is null;

-- Who follows a case, and how long its history was when they last looked.
create table case_watches (
  administration_id uuid not null,
  account_id uuid not null references accounts,
  case_id uuid not null,
  since timestamptz not null,
  seen_length integer not null check (seen_length > 0),
  primary key (administration_id, account_id, case_id),
  foreign key (administration_id, case_id) references cases
);
create index case_watches_of_case on case_watches (administration_id, case_id);

-- Whether somebody wants the letter of the day about the cases that they follow, and when the last one went.
create table watch_letters (
  administration_id uuid not null references administrations,
  account_id uuid not null references accounts,
  wanted boolean not null default true,
  last_on date,
  primary key (administration_id, account_id)
);

-- Who writes at a form of a case just now. Worth nothing after a minute, and so nothing after a crash.
create unlogged table case_presences (
  administration_id uuid not null,
  case_id uuid not null,
  account_id uuid not null references accounts,
  form text not null check (length(form) <= 40),
  since timestamptz not null,
  seen_at timestamptz not null,
  primary key (administration_id, case_id, account_id),
  foreign key (administration_id, case_id) references cases
);
create index case_presences_by_age on case_presences (seen_at);
