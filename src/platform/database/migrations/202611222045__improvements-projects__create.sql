-- Projects of improvement: planned, approved by somebody else, followed and verified. What was approved does not
-- change: planning anew makes the next version, which is approved again.

-- Who may approve, besides nobody: without rows the head of the administration.
create table project_approvers (
  administration_id uuid not null references administrations,
  role text not null,
  primary key (administration_id, role)
);

create table improvement_projects (
  administration_id uuid not null references administrations,
  project_id uuid not null,
  number integer not null check (number > 0),
  kind text not null check (kind in ('full', 'short')),
  centre_id uuid,
  state text not null check (state in (
    'draft', 'submitted', 'observed', 'approved', 'in_progress', 'finished', 'verified', 'abandoned')),
  -- One more with every change, so that whoever comes late is told.
  version integer not null check (version > 0),
  title text not null check (length(title) between 1 and 160),
  plan jsonb not null,
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  report_every text not null check (report_every in ('fortnight', 'month', 'quarter')),
  owner_id uuid not null references accounts,
  -- The words of the gap as they were carried over; none: it began with a cause or a case.
  reference jsonb,
  gap_row_id uuid,
  cause_id uuid,
  case_id uuid,
  created_at timestamptz not null,
  created_by uuid not null references accounts,
  approved_at timestamptz,
  approved_by uuid references accounts,
  finished_on date,
  verified_at timestamptz,
  primary key (administration_id, project_id),
  unique (administration_id, number),
  foreign key (administration_id, centre_id) references centres,
  check ((gap_row_id is null) = (reference is null)),
  check (kind = 'short' or gap_row_id is not null),
  check (approved_by <> created_by),
  check ((approved_at is null) = (approved_by is null)),
  check (state not in ('approved', 'in_progress', 'finished', 'verified') or approved_at is not null),
  check (state not in ('finished', 'verified') or finished_on is not null),
  check ((state = 'verified') = (verified_at is not null))
);
create index improvement_projects_by_state on improvement_projects (administration_id, state, ends_on);

-- Every text that a plan had, with who wrote it.
create table project_versions (
  administration_id uuid not null,
  project_id uuid not null,
  version integer not null,
  plan jsonb not null,
  written_at timestamptz not null,
  written_by uuid not null references accounts,
  primary key (administration_id, project_id, version),
  foreign key (administration_id, project_id) references improvement_projects
);
create trigger project_versions_append_only before update or delete on project_versions
  for each row execute function refuse_change();

create function keep_project() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then raise exception 'a project stays'; end if;
  if (new.number, new.kind, new.centre_id, new.reference, new.gap_row_id, new.cause_id, new.case_id,
      new.created_at, new.created_by) is distinct from
     (old.number, old.kind, old.centre_id, old.reference, old.gap_row_id, old.cause_id, old.case_id,
      old.created_at, old.created_by)
  then raise exception 'what a project was made from stays'; end if;
  if old.state not in ('draft', 'observed') and
     (new.title, new.plan, new.starts_on, new.ends_on, new.report_every) is distinct from
     (old.title, old.plan, old.starts_on, old.ends_on, old.report_every)
  then raise exception 'a plan that was handed in stays as it is'; end if;
  if new.approved_by is distinct from old.approved_by and exists (
    select from project_versions v where v.administration_id = new.administration_id
      and v.project_id = new.project_id and v.written_by = new.approved_by)
  then raise exception 'whoever wrote a plan does not approve it'; end if;
  return new;
end $$;
create trigger improvement_projects_keep before update or delete on improvement_projects
  for each row execute function keep_project();

create table project_steps (
  administration_id uuid not null,
  project_id uuid not null,
  version integer not null,
  action text not null,
  from_state text not null,
  to_state text not null,
  reason text not null default '' check (length(reason) <= 1000),
  at timestamptz not null,
  account_id uuid not null references accounts,
  primary key (administration_id, project_id, version),
  foreign key (administration_id, project_id) references improvement_projects
);
create trigger project_steps_append_only before update or delete on project_steps
  for each row execute function refuse_change();

-- Somebody else goes on with the project, or with one of its activities; the days stay.
create table project_handovers (
  administration_id uuid not null,
  project_id uuid not null,
  handover_id uuid not null,
  activity_id uuid,
  to_account_id uuid not null references accounts,
  at timestamptz not null,
  account_id uuid not null references accounts,
  primary key (administration_id, project_id, handover_id),
  foreign key (administration_id, project_id) references improvement_projects
);
create trigger project_handovers_append_only before update or delete on project_handovers
  for each row execute function refuse_change();

create table project_progress (
  administration_id uuid not null,
  project_id uuid not null,
  report_id uuid not null,
  reported_on date not null,
  text text not null check (length(text) between 1 and 2000),
  -- Of each activity, in per cent.
  done jsonb not null,
  planned integer not null check (planned between 0 and 100),
  real integer not null check (real between 0 and 100),
  reported_at timestamptz not null,
  reported_by uuid not null references accounts,
  check_result text check (check_result in ('agrees', 'differs')),
  check_note text not null default '' check (length(check_note) <= 1000),
  checked_at timestamptz,
  checked_by uuid references accounts,
  primary key (administration_id, project_id, report_id),
  foreign key (administration_id, project_id) references improvement_projects,
  check (checked_by <> reported_by),
  check ((check_result is null) = (checked_by is null) and (check_result is null) = (checked_at is null)),
  check (check_result is distinct from 'differs' or check_note <> '')
);
create index project_progress_by_day on project_progress (administration_id, project_id, reported_on);

-- Where the project stands on a platform of somebody else, such as the one that an evaluator looks into.
create table project_official (
  administration_id uuid not null,
  project_id uuid not null,
  official_id uuid not null,
  platform text not null check (length(platform) between 1 and 120),
  number text not null check (length(number) <= 80),
  status text not null check (status in ('captured', 'in_review', 'observed', 'approved', 'rejected')),
  on_day date not null,
  proof text not null check (length(proof) between 1 and 400),
  at timestamptz not null,
  account_id uuid not null references accounts,
  primary key (administration_id, project_id, official_id),
  foreign key (administration_id, project_id) references improvement_projects
);
create trigger project_official_append_only before update or delete on project_official
  for each row execute function refuse_change();

-- People who agreed to hear, asked before it is decided. The link's secret is kept as a hash.
create table project_asked (
  administration_id uuid not null,
  project_id uuid not null,
  asked_id uuid not null,
  case_id uuid not null,
  language text not null,
  asked_at timestamptz not null,
  until date not null,
  primary key (administration_id, asked_id),
  unique (administration_id, project_id, case_id),
  foreign key (administration_id, project_id) references improvement_projects
);

create table project_comments (
  administration_id uuid not null,
  project_id uuid not null,
  comment_id uuid not null,
  -- Somebody of the staff, or whoever was asked; of a person nothing else is kept.
  account_id uuid references accounts,
  asked_id uuid,
  text text not null check (length(text) between 1 and 2000),
  at timestamptz not null,
  outcome text check (outcome in ('taken', 'partly', 'not_taken')),
  answer text not null default '' check (length(answer) <= 1000),
  answered_at timestamptz,
  answered_by uuid references accounts,
  primary key (administration_id, project_id, comment_id),
  foreign key (administration_id, project_id) references improvement_projects,
  foreign key (administration_id, asked_id) references project_asked,
  check ((account_id is null) <> (asked_id is null)),
  check ((outcome is null) = (answered_by is null)),
  check (outcome is null or answer <> '')
);

-- How it is known whether it got better: chosen before it is approved, with the figures of before.
create table project_indicators (
  administration_id uuid not null,
  project_id uuid not null,
  measure text not null check (measure in ('recurrence', 'satisfaction', 'in_time')),
  kind text,
  subject_by text check (subject_by in ('cause', 'motive', 'service', 'centre')),
  subject_code text,
  driver text,
  centre_id uuid,
  service_id uuid,
  before_from date not null,
  before_until date not null check (before_until >= before_from),
  after_days integer not null check (after_days between 14 and 400),
  before_events integer not null check (before_events >= 0),
  before_base integer check (before_base >= 0),
  -- Of the cases of that time, the share that nobody read for causes.
  before_unread real not null check (before_unread between 0 and 1),
  chosen_at timestamptz not null,
  chosen_by uuid not null references accounts,
  locked_at timestamptz,
  after_from date,
  after_until date,
  after_events integer,
  after_base integer,
  after_unread real check (after_unread between 0 and 1),
  measured_at timestamptz,
  primary key (administration_id, project_id),
  foreign key (administration_id, project_id) references improvement_projects,
  check ((measure = 'recurrence') = (subject_by is not null)),
  check ((measure = 'satisfaction') = (driver is not null)),
  check ((subject_by is null) = (subject_code is null)),
  check (measured_at is null or (locked_at is not null and after_from > before_until)),
  check ((measured_at is null) = (after_events is null)),
  check ((after_unread is null) = (after_events is null))
);

create function keep_indicator() returns trigger language plpgsql as $$
begin
  if old.locked_at is null then
    if tg_op = 'DELETE' then return old; end if;
    return new;
  end if;
  if tg_op = 'DELETE' then raise exception 'the indicator of an approved project stays'; end if;
  if (new.measure, new.kind, new.subject_by, new.subject_code, new.driver, new.centre_id, new.service_id,
      new.before_from, new.before_until, new.after_days, new.before_events, new.before_base,
      new.before_unread, new.locked_at)
     is distinct from
     (old.measure, old.kind, old.subject_by, old.subject_code, old.driver, old.centre_id, old.service_id,
      old.before_from, old.before_until, old.after_days, old.before_events, old.before_base,
      old.before_unread, old.locked_at)
  then raise exception 'the indicator of an approved project stays'; end if;
  if old.measured_at is not null then raise exception 'an effect is measured once'; end if;
  return new;
end $$;
create trigger project_indicators_keep before update or delete on project_indicators
  for each row execute function keep_indicator();

-- What was told back to people: in words of everybody, opened to the public.
create table project_told (
  administration_id uuid not null,
  project_id uuid not null,
  -- By language.
  said jsonb not null,
  did jsonb not null,
  -- How many were written to, and how many had agreed but left no way to reach them.
  people integer not null check (people >= 0),
  unreachable integer not null check (unreachable >= 0),
  told_at timestamptz not null,
  told_by uuid not null references accounts,
  primary key (administration_id, project_id),
  foreign key (administration_id, project_id) references improvement_projects
);

create table project_feedback (
  administration_id uuid not null,
  project_id uuid not null,
  feedback_id uuid not null,
  noticed text not null check (noticed in ('yes', 'partly', 'no')),
  text text not null default '' check (length(text) <= 1000),
  received_on date not null,
  primary key (administration_id, project_id, feedback_id),
  foreign key (administration_id, project_id) references project_told
);
