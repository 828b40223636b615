-- The improvement team of a centre. A charter that was written never changes: the next version does.
create table improvement_charters (
  administration_id uuid not null,
  charter_id uuid not null,
  centre_id uuid not null,
  year integer not null check (year between 2000 and 2200),
  version integer not null check (version > 0),
  meets text not null check (meets in ('weekly', 'fortnightly', 'monthly', 'quarterly')),
  -- Whether the same team answers for safety, order and cleanliness.
  keeps_order boolean not null,
  written_at timestamptz not null,
  written_by uuid not null references accounts,
  primary key (administration_id, charter_id),
  unique (administration_id, centre_id, year, version),
  foreign key (administration_id, centre_id) references centres
);

create table improvement_charter_members (
  administration_id uuid not null,
  charter_id uuid not null,
  account_id uuid not null references accounts,
  -- As they were called when it was written.
  name text not null check (length(name) between 1 and 200),
  post text not null check (length(post) between 1 and 200),
  team_role text not null check (team_role in ('office_head', 'internal_evaluator', 'operative', 'window')),
  duties text not null check (length(duties) between 1 and 600),
  signed_on date,
  primary key (administration_id, charter_id, account_id),
  foreign key (administration_id, charter_id) references improvement_charters
);

create function keep_charter_member() returns trigger language plpgsql as $$
begin
  if old.signed_on is not null or new.name <> old.name or new.post <> old.post
    or new.team_role <> old.team_role or new.duties <> old.duties then
    raise exception 'a charter does not change' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger keep_charter_member before update on improvement_charter_members
  for each row execute function keep_charter_member();

create table improvement_meetings (
  administration_id uuid not null,
  meeting_id uuid not null,
  centre_id uuid not null,
  planned_on date not null,
  held_on date,
  minutes text not null default '' check (length(minutes) <= 8000),
  written_by uuid references accounts,
  primary key (administration_id, meeting_id),
  unique (administration_id, centre_id, planned_on),
  foreign key (administration_id, centre_id) references centres,
  check ((held_on is null) = (minutes = '') and (held_on is null) = (written_by is null))
);

-- Who was expected, and who came.
create table improvement_meeting_attendance (
  administration_id uuid not null,
  meeting_id uuid not null,
  account_id uuid not null references accounts,
  came boolean not null,
  primary key (administration_id, meeting_id, account_id),
  foreign key (administration_id, meeting_id) references improvement_meetings
);
create trigger improvement_meeting_attendance_append_only
  before update or delete on improvement_meeting_attendance
  for each row execute function refuse_change();
