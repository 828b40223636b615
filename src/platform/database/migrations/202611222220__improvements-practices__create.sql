-- Good practices. Each text of one is a version of its own and stays.
create table good_practices (
  administration_id uuid not null references administrations,
  practice_id uuid not null,
  version integer not null check (version > 0),
  centre_id uuid,
  kind text not null check (kind in ('own', 'replicated')),
  name text not null check (length(name) between 1 and 160),
  problem text not null check (length(problem) between 1 and 2000),
  initiative text not null check (length(initiative) <= 2000),
  original_id uuid,
  adaptation text not null check (length(adaptation) <= 2000),
  draft text not null check (length(draft) <= 5000),
  figures text not null check (length(figures) <= 2000),
  voices text not null check (length(voices) <= 2000),
  benefit text not null check (length(benefit) <= 2000),
  tests jsonb not null,
  written_on date not null,
  written_by uuid not null references accounts,
  primary key (administration_id, practice_id, version),
  unique (administration_id, practice_id, version, written_by),
  foreign key (administration_id, centre_id) references centres,
  check (kind = 'replicated' or (original_id is null and adaptation = ''))
);
create trigger good_practices_append_only before update or delete on good_practices
  for each row execute function refuse_change();

-- The institutional liaison knows a draft and its plan; nobody says so of what they wrote.
create table good_practice_acknowledgements (
  administration_id uuid not null,
  practice_id uuid not null,
  version integer not null,
  written_by uuid not null,
  actions integer not null check (actions > 0),
  known_on date not null,
  known_by uuid not null references accounts check (known_by <> written_by),
  primary key (administration_id, practice_id, version, actions),
  foreign key (administration_id, practice_id, version, written_by)
    references good_practices (administration_id, practice_id, version, written_by)
);
create trigger good_practice_acknowledgements_append_only
  before update or delete on good_practice_acknowledgements
  for each row execute function refuse_change();

create table good_practice_recognitions (
  administration_id uuid not null references administrations,
  recognition_id uuid not null,
  practice_id uuid not null,
  given_by text not null check (length(given_by) between 1 and 200),
  given_on date not null,
  no_conflict boolean not null check (no_conflict),
  proof_id uuid not null,
  noted_on date not null check (noted_on >= given_on),
  noted_by uuid not null references accounts,
  primary key (administration_id, recognition_id)
);
create index good_practice_recognitions_of_practice
  on good_practice_recognitions (administration_id, practice_id);
create trigger good_practice_recognitions_append_only
  before update or delete on good_practice_recognitions
  for each row execute function refuse_change();

-- Whether a practice goes on in daily work, as somebody saw it on a day.
create table good_practice_checks (
  administration_id uuid not null references administrations,
  check_id uuid not null,
  practice_id uuid not null,
  checked_on date not null,
  goes_on boolean not null,
  seen text not null check (length(seen) between 1 and 1000),
  noted_at timestamptz not null,
  checked_by uuid not null references accounts,
  primary key (administration_id, check_id)
);
create index good_practice_checks_of_practice
  on good_practice_checks (administration_id, practice_id, checked_on);
create trigger good_practice_checks_append_only before update or delete on good_practice_checks
  for each row execute function refuse_change();
