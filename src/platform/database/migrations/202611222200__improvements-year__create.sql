-- The address that a calendar program keeps: one of each person, ended when they say so. Only its hash is here.
create table improvement_calendar_links (
  administration_id uuid not null references administrations,
  link_id uuid not null,
  centre_id uuid,
  account_id uuid not null references accounts,
  token_hash bytea not null unique check (length(token_hash) = 32),
  language text not null,
  made_at timestamptz not null,
  ended_at timestamptz,
  primary key (administration_id, link_id),
  foreign key (administration_id, centre_id) references centres
);
create unique index improvement_calendar_links_one on improvement_calendar_links (administration_id, account_id)
  where ended_at is null;
