-- The corrective action plan: what is wrong and why. Action, day and owner are the task that came out of it.
create table improvement_correctives (
  administration_id uuid not null references administrations,
  corrective_id uuid not null,
  centre_id uuid,
  finding text not null check (length(finding) between 1 and 400),
  cause text not null check (length(cause) between 1 and 400),
  -- The inspection that found it, and which of its results.
  inspection_id uuid,
  area_id uuid,
  item text,
  noted_at timestamptz not null,
  noted_by uuid not null references accounts,
  primary key (administration_id, corrective_id),
  foreign key (administration_id, centre_id) references centres,
  unique (administration_id, inspection_id, area_id, item),
  check ((inspection_id is null) = (area_id is null) and (inspection_id is null) = (item is null))
);
create index improvement_correctives_by_centre on improvement_correctives (administration_id, centre_id, noted_at);

-- The areas of a centre that an inspection has to walk through.
create table improvement_areas (
  administration_id uuid not null,
  area_id uuid not null,
  centre_id uuid not null,
  name text not null check (length(name) between 1 and 80),
  retired_on date,
  primary key (administration_id, area_id),
  foreign key (administration_id, centre_id) references centres
);
create unique index improvement_areas_by_name on improvement_areas (administration_id, centre_id, name)
  where retired_on is null;

create table improvement_inspections (
  administration_id uuid not null,
  inspection_id uuid not null,
  centre_id uuid not null,
  planned_on date not null,
  inspector_id uuid not null references accounts,
  done_on date,
  done_by uuid references accounts,
  -- Which checklist it was done with, as the pack names it.
  checklist text,
  primary key (administration_id, inspection_id),
  unique (administration_id, centre_id, planned_on),
  foreign key (administration_id, centre_id) references centres,
  check ((done_on is null) = (done_by is null) and (done_on is null) = (checklist is null))
);

-- What was seen of each item in each area, in the words of that day; it does not change.
create table improvement_inspection_results (
  administration_id uuid not null,
  inspection_id uuid not null,
  area_id uuid not null,
  item text not null,
  area_name text not null,
  item_text text not null,
  result text not null check (result in ('good', 'bad', 'not_applicable')),
  note text not null default '' check (length(note) <= 400),
  primary key (administration_id, inspection_id, area_id, item),
  foreign key (administration_id, inspection_id) references improvement_inspections,
  foreign key (administration_id, area_id) references improvement_areas
);
create trigger improvement_inspection_results_append_only
  before update or delete on improvement_inspection_results
  for each row execute function refuse_change();
