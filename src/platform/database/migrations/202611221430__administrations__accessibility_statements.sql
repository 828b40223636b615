-- What an administration says of how accessible its book is; the newest words count.
create table accessibility_statements (
  administration_id uuid primary key references administrations,
  contact text not null,
  failures text not null,
  reviewed_on date not null,
  said_at timestamptz not null,
  said_by uuid references accounts
);
