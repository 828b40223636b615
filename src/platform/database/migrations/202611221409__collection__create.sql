-- How an administration collects what people need and think: the papers that an evaluator asks for. A version
-- that was written never changes; what changes is written as the next one.
create table collection_documents (
  administration_id uuid not null references administrations,
  document_id uuid not null,
  kind text not null check (kind in ('mechanism', 'strategy', 'procedure')),
  version integer not null check (version > 0),
  -- Its parts by name, as text.
  parts jsonb not null,
  file_name text check (length(file_name) between 1 and 140),
  file bytea check (length(file) between 1 and 5000000),
  written_at timestamptz not null,
  written_by uuid not null references accounts,
  primary key (administration_id, document_id),
  unique (administration_id, kind, version),
  check ((file is null) = (file_name is null))
);

-- By the head of the office and by the evaluator, each with name and day.
create table collection_validations (
  administration_id uuid not null,
  document_id uuid not null,
  validated_as text not null check (validated_as in ('head', 'evaluator')),
  account_id uuid not null references accounts,
  validated_on date not null,
  primary key (administration_id, document_id, validated_as),
  foreign key (administration_id, document_id) references collection_documents
);

create table collection_activities (
  administration_id uuid not null references administrations,
  activity_id uuid not null,
  name text not null check (length(name) between 1 and 160),
  -- None: everywhere.
  centre_id uuid,
  planned_from date not null,
  planned_until date not null check (planned_until >= planned_from),
  responsible_id uuid not null references accounts,
  done_on date,
  -- Where the proof is: a file, a folder, an address.
  evidence text not null default '' check (length(evidence) <= 400),
  created_at timestamptz not null,
  created_by uuid not null references accounts,
  primary key (administration_id, activity_id),
  foreign key (administration_id, centre_id) references centres,
  check (done_on is not null or evidence = '')
);
create index collection_activities_by_day on collection_activities (administration_id, planned_from);
