-- What persons took back, from their own page or through the office: erased again after a restore. What goes by
-- its term is not here, since the night after a restore erases it by the same rule.
create table case_erasures (
  administration_id uuid not null,
  case_id uuid not null,
  what text not null check (what in ('content', 'identity')),
  erased_at timestamptz not null,
  primary key (administration_id, case_id, what),
  foreign key (administration_id, case_id) references cases
);
