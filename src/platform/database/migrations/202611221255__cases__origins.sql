-- How a filing came that its person did not send here at that moment: kept on a tablet, written on paper,
-- told to somebody at the counter, or brought in by a code on the wall.
create table case_origins (
  administration_id uuid not null,
  case_id uuid not null,
  -- when the person handed it over, as far as it is known; never after it was registered
  handed_over_at timestamptz not null,
  -- from when the clocks count, as the regime says for its channel
  clock_from timestamptz not null,
  -- of the secret that a tablet printed there and then: it opens the case beside the book's own
  printed_token_hash bytea check (length(printed_token_hash) = 32),
  -- two tablets with the same memory print the same number twice; the secret tells them apart
  provisional_number text check (provisional_number ~ '^[A-Z][A-Z0-9]{1,11}-T[0-9A-Z]{3}-[0-9]{6,9}$'),
  device_id uuid,
  link_id uuid,
  sheet_number text check (length(sheet_number) between 1 and 40),
  registered_by uuid references accounts,
  primary key (administration_id, case_id),
  foreign key (administration_id, case_id) references cases
);
create index case_origins_by_provisional_number on case_origins (provisional_number)
  where provisional_number is not null;
create unique index case_origins_sheet on case_origins (administration_id, sheet_number)
  where sheet_number is not null;
create index case_origins_of_link on case_origins (administration_id, link_id)
  where link_id is not null;
