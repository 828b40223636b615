-- What shows that something was made, met, read or mended. The bytes lie beside those of the book's files.
create table improvement_evidence (
  administration_id uuid not null references administrations,
  evidence_id uuid not null,
  -- None: of all centres.
  centre_id uuid,
  about_kind text not null check (length(about_kind) between 1 and 40),
  about_id text not null check (length(about_id) between 1 and 80),
  file_name text not null check (length(file_name) between 1 and 160),
  media_type text not null,
  byte_size integer not null check (byte_size > 0),
  sha256 bytea not null check (length(sha256) = 32),
  storage_name text not null unique,
  image_width integer,
  image_height integer,
  scan_state text not null check (scan_state in ('not_configured', 'waiting', 'clean', 'infected')),
  caption text not null default '' check (length(caption) <= 200),
  spot text not null default '' check (length(spot) <= 120),
  taken_on date,
  -- The day that the photo itself carried before it was cleaned.
  file_date date,
  -- Keyed hashes of where it was taken, the own square first and then those around it: two photos can be told
  -- to be of other places, and nobody can read the place.
  place_marks bytea[] not null default '{}',
  is_public boolean not null default false,
  added_at timestamptz not null,
  added_by uuid not null references accounts,
  -- Since then what it shows is approved or signed, and it stays.
  held_at timestamptz,
  removed_at timestamptz,
  removed_by uuid references accounts,
  removed_reason text check (length(removed_reason) between 1 and 400),
  primary key (administration_id, evidence_id),
  foreign key (administration_id, centre_id) references centres,
  check ((image_width is null) = (image_height is null)),
  check (image_width is null or taken_on is not null),
  check (image_width is not null or not is_public),
  check ((removed_at is null) = (removed_by is null) and (removed_at is null) = (removed_reason is null)),
  check (removed_at is null or held_at is null)
);
create index improvement_evidence_by_subject
  on improvement_evidence (administration_id, about_kind, about_id);

-- The same spot, before and after.
create table improvement_photo_pairs (
  administration_id uuid not null,
  pair_id uuid not null,
  about_kind text not null,
  about_id text not null,
  spot text not null check (length(spot) between 1 and 120),
  before_id uuid not null,
  after_id uuid not null,
  made_at timestamptz not null,
  made_by uuid not null references accounts,
  primary key (administration_id, pair_id),
  unique (administration_id, before_id, after_id),
  check (before_id <> after_id),
  foreign key (administration_id, before_id) references improvement_evidence,
  foreign key (administration_id, after_id) references improvement_evidence
);
create index improvement_photo_pairs_by_subject
  on improvement_photo_pairs (administration_id, about_kind, about_id);

-- What was approved with it, or removed from it, is not touched any more.
create function keep_held_evidence() returns trigger language plpgsql as $$
begin
  if old.held_at is not null and (new.removed_at is not null or new.held_at is distinct from old.held_at) then
    raise exception 'evidence of what was approved stays' using errcode = 'restrict_violation';
  end if;
  if old.removed_at is not null or new.sha256 <> old.sha256 or new.storage_name <> old.storage_name then
    raise exception 'evidence does not change' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger keep_held_evidence before update on improvement_evidence
  for each row execute function keep_held_evidence();
