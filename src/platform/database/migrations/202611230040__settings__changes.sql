-- What an administration settled on its own screens: each change of one thing, with what was there before,
-- so that it can be undone. It holds names of places and texts of the office, never anything of a citizen.
create table setting_changes (
  administration_id uuid not null references administrations,
  -- The order in which things were changed.
  change_no bigint generated always as identity,
  subject text not null check (subject ~ '^[a-z_]+$'),
  subject_id text not null check (length(subject_id) between 1 and 120),
  -- The first change of a thing is 1; two people who start from the same version meet here.
  version integer not null check (version > 0),
  changed_at timestamptz not null,
  changed_by uuid not null references accounts,
  -- Null: it was not there.
  value_before jsonb,
  -- Null: it was taken away.
  value_after jsonb,
  undoes integer check (undoes < version),
  primary key (administration_id, subject, subject_id, version),
  check (value_before is not null or value_after is not null)
);
create index setting_changes_in_order on setting_changes (administration_id, change_no desc);
create trigger setting_changes_append_only before update or delete on setting_changes
  for each row execute function refuse_change();
