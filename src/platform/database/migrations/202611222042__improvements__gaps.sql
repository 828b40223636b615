-- The analysis of the gaps of a validated process, in versions: a closed one stays as it is.
create table gap_analyses (
  administration_id uuid not null references administrations,
  gap_id uuid not null,
  process_id uuid not null,
  -- the place and the service of its process, which never change
  centre_id uuid,
  service_id uuid not null,
  process_version integer not null,
  version integer not null check (version > 0),
  revision integer not null default 1,
  -- what people said in these days is what it rests on
  period_from date not null,
  period_until date not null check (period_until >= period_from),
  review_on date not null check (review_on > period_until),
  written_at timestamptz not null,
  written_by uuid not null references accounts,
  closed_on date,
  closed_by uuid references accounts,
  primary key (administration_id, gap_id),
  unique (administration_id, process_id, version),
  check ((closed_on is null) = (closed_by is null)),
  foreign key (administration_id, process_id, process_version) references process_versions
);
create unique index gap_analyses_one_draft on gap_analyses (administration_id, process_id)
  where closed_on is null;

create table gap_rows (
  administration_id uuid not null,
  gap_id uuid not null,
  row_id uuid not null,
  -- the same line in every version of the analysis
  line_id uuid not null,
  place integer not null,
  -- the step of the process and its words at that version
  step_id uuid not null,
  activity text not null check (activity <> ''),
  problem text not null default '' check (length(problem) <= 600),
  -- said expressly: no problem was found, and how that is known
  no_problem text not null default '' check (length(no_problem) <= 400),
  links jsonb not null default '[]',
  action text not null default '' check (length(action) <= 600),
  criteria text[] not null default '{}',
  severity integer check (severity between 1 and 4),
  feasibility integer check (feasibility between 1 and 3),
  owner_id uuid references accounts,
  due_on date,
  revision integer not null default 1,
  changed_at timestamptz not null,
  changed_by uuid not null references accounts,
  primary key (administration_id, row_id),
  unique (administration_id, gap_id, line_id),
  check (problem = '' or no_problem = ''),
  foreign key (administration_id, gap_id) references gap_analyses
);
create index gap_rows_of_analysis on gap_rows (administration_id, gap_id, place);

create function keep_closed_gaps() returns trigger language plpgsql as $$
begin
  if exists (select from gap_analyses as one
      where one.administration_id = old.administration_id and one.gap_id = old.gap_id
        and one.closed_on is not null) then
    raise exception 'a closed analysis does not change' using errcode = 'restrict_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger gap_rows_keep before update or delete on gap_rows
  for each row execute function keep_closed_gaps();
create trigger gap_analyses_keep before update or delete on gap_analyses
  for each row when (old.closed_on is not null) execute function keep_closed_gaps();

-- No empty row in what is closed, and every row that has a problem has all that follows from it.
create function check_gaps_whole() returns trigger language plpgsql as $$
begin
  if exists (select from gap_rows as one
      where one.administration_id = new.administration_id and one.gap_id = new.gap_id
        and ((one.problem = '' and one.no_problem = '')
          or (one.problem <> '' and (one.action = '' or one.severity is null or one.feasibility is null
            or one.owner_id is null or one.due_on is null)))) then
    raise exception 'an analysis with an empty row is not closed' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger gap_analyses_whole before update on gap_analyses
  for each row when (new.closed_on is not null) execute function check_gaps_whole();
