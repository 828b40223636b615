-- Points at which corruption could happen. Each look at one is a version of its own and stays.
create table corruption_risks (
  administration_id uuid not null references administrations,
  risk_id uuid not null,
  version integer not null check (version > 0),
  centre_id uuid,
  point text not null check (length(point) between 1 and 200),
  cause text not null check (length(cause) between 1 and 1000),
  likelihood integer not null check (likelihood between 1 and 5),
  impact integer not null check (impact between 1 and 5),
  control text not null check (length(control) between 1 and 1000),
  owner_id uuid not null references accounts,
  assessed_on date not null,
  assessed_by uuid not null references accounts,
  primary key (administration_id, risk_id, version),
  foreign key (administration_id, centre_id) references centres
);
create trigger corruption_risks_append_only before update or delete on corruption_risks
  for each row execute function refuse_change();
