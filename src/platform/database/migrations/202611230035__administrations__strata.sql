-- Like is held against like only: how large an administration or a centre is, since when, and who says so.
create table administration_strata (
  administration_id uuid not null references administrations,
  -- Null: the whole administration.
  centre_id uuid,
  -- Whom it serves; only of the whole.
  level text check (level in ('national', 'regional', 'local')),
  size text not null check (size in ('small', 'medium', 'large')),
  -- What rates by inhabitants are counted on; only of the whole.
  inhabitants integer check (inhabitants > 0),
  valid_from date not null,
  source text not null check (length(source) between 1 and 300),
  unique nulls not distinct (administration_id, centre_id, valid_from),
  foreign key (administration_id, centre_id) references centres,
  check (centre_id is null or (level is null and inhabitants is null))
);
