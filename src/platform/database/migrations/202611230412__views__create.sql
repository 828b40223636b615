-- Lists of the desk that somebody keeps under a name: only how they are narrowed, never a case and never what was
-- searched.
create table saved_views (
  administration_id uuid not null references administrations,
  view_id uuid not null,
  owner_id uuid not null references accounts,
  name text not null check (length(name) between 1 and 60),
  trail text not null check (length(trail) between 1 and 1000),
  -- Who finds it above their own list beside its owner.
  audience text not null check (audience in ('own', 'unit', 'centre', 'administration')),
  centre_id uuid,
  unit_id uuid,
  -- Two people who start from the same version meet here.
  version integer not null default 1 check (version > 0),
  created_at timestamptz not null,
  primary key (administration_id, view_id),
  unique (administration_id, owner_id, name),
  foreign key (administration_id, centre_id) references centres on delete cascade,
  foreign key (administration_id, unit_id) references units on delete cascade,
  check ((audience = 'centre') = (centre_id is not null)),
  check ((audience = 'unit') = (unit_id is not null))
);
create index saved_views_shared on saved_views (administration_id, audience) where audience <> 'own';

-- In which order each person finds them, and with which they begin.
create table view_places (
  administration_id uuid not null,
  view_id uuid not null,
  account_id uuid not null references accounts,
  position integer not null check (position >= 0),
  is_default boolean not null default false,
  primary key (administration_id, view_id, account_id),
  foreign key (administration_id, view_id) references saved_views on delete cascade
);
create unique index view_places_default on view_places (administration_id, account_id) where is_default;
