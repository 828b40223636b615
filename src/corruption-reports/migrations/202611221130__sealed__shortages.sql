-- Days on which files found no room, for the officers. No count, and nothing of who brought one.
create table shortages (
  administration_id uuid not null,
  day date not null,
  -- What ran out: the day's budget, that of all files, or the disk.
  lack text not null check (lack in ('day', 'total', 'disk')),
  primary key (administration_id, day, lack)
);

alter table shortages enable row level security;
alter table shortages force row level security;
create policy asked_for on shortages using (
  administration_id = nullif(current_setting('sealed.administration', true), '')::uuid
  or current_setting('sealed.every', true) = 'on'
);
