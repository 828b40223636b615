-- The mark that an administration wears, drawn anew as a small picture. Those that no change can bring back are gone.
create table marks (
  administration_id uuid not null references administrations,
  mark_id uuid not null,
  picture bytea not null,
  primary key (administration_id, mark_id)
);
