-- A service as it runs in a centre, or in all of them: in versions that two other people declare good.
create table processes (
  administration_id uuid not null references administrations,
  process_id uuid not null,
  -- null: the same in every centre
  centre_id uuid,
  service_id uuid not null,
  begun_at timestamptz not null,
  begun_by uuid not null references accounts,
  primary key (administration_id, process_id),
  unique nulls not distinct (administration_id, service_id, centre_id),
  foreign key (administration_id, centre_id) references centres,
  foreign key (administration_id, service_id) references services
);

create table process_versions (
  administration_id uuid not null,
  process_id uuid not null,
  version integer not null check (version > 0),
  objective text not null check (length(objective) <= 600),
  -- steps in their order, each with its ways on
  steps jsonb not null,
  -- rises with every change of a draft, so that two people who write see each other
  revision integer not null default 1,
  written_at timestamptz not null,
  written_by uuid not null references accounts,
  validated_on date,
  primary key (administration_id, process_id, version),
  foreign key (administration_id, process_id) references processes
);
create unique index process_versions_one_draft on process_versions (administration_id, process_id)
  where validated_on is null;

create table process_validations (
  administration_id uuid not null,
  process_id uuid not null,
  version integer not null,
  validated_as text not null check (validated_as in ('head', 'evaluator')),
  account_id uuid not null references accounts,
  validated_on date not null,
  primary key (administration_id, process_id, version, validated_as),
  foreign key (administration_id, process_id, version) references process_versions
);

-- What was validated stays as it is; the next version changes it.
create function keep_validated_process() returns trigger language plpgsql as $$
begin
  raise exception 'a validated process does not change' using errcode = 'restrict_violation';
end $$;
create trigger process_versions_keep before update or delete on process_versions
  for each row when (old.validated_on is not null) execute function keep_validated_process();

-- Validated by the head of the office and by the evaluator, neither of them its writer.
create function check_process_validated() returns trigger language plpgsql as $$
begin
  if (select count(*) from process_validations as one
      where one.administration_id = new.administration_id and one.process_id = new.process_id
        and one.version = new.version and one.account_id <> new.written_by) < 2 then
    raise exception 'a process is validated by two who did not write it' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger process_versions_validated before insert or update on process_versions
  for each row when (new.validated_on is not null) execute function check_process_validated();
