-- One folder with everything that an evaluator asks for, made once and then looked at before it leaves.
create table evidence_packs (
  administration_id uuid not null references administrations,
  pack_id uuid not null,
  centre_id uuid not null,
  year integer not null check (year between 2000 and 2999),
  state text not null check (state in ('waiting', 'making', 'made', 'released', 'failed')),
  done integer not null default 0 check (done >= 0),
  of_files integer not null default 0 check (of_files >= 0),
  bytes bigint,
  sha256 bytea check (length(sha256) = 32),
  asked_at timestamptz not null,
  asked_by uuid not null references accounts,
  made_at timestamptz,
  released_at timestamptz,
  released_by uuid references accounts,
  primary key (administration_id, pack_id),
  foreign key (administration_id, centre_id) references centres,
  check ((state in ('made', 'released')) = (sha256 is not null)),
  check ((state = 'released') = (released_at is not null))
);

-- What a person has to look at before the pack leaves: somebody's files may show anybody.
create table evidence_pack_reviews (
  administration_id uuid not null,
  pack_id uuid not null,
  path text not null check (length(path) between 1 and 200),
  title text not null,
  looked_at timestamptz,
  looked_by uuid references accounts,
  primary key (administration_id, pack_id, path),
  foreign key (administration_id, pack_id) references evidence_packs,
  check ((looked_at is null) = (looked_by is null))
);

-- It leaves only once each of them was looked at.
create function refuse_unseen_pack() returns trigger language plpgsql as $$
begin
  if new.state = 'released' and exists (
    select from evidence_pack_reviews
    where administration_id = new.administration_id and pack_id = new.pack_id and looked_at is null
  ) then raise exception 'a pack leaves only once somebody looked at every page'; end if;
  return new;
end $$;
create trigger evidence_packs_refuse_unseen before insert or update on evidence_packs
  for each row execute function refuse_unseen_pack();
