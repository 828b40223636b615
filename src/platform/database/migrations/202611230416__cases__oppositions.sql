-- The people of these cases do not want their words analysed or published.
create table case_oppositions (
  administration_id uuid not null,
  case_id uuid not null,
  opposed_at timestamptz not null,
  primary key (administration_id, case_id),
  foreign key (administration_id, case_id) references cases
);
