-- How often a secret was guessed at, so that guessing slows down. Keys are keyed hashes: neither
-- an address nor a name can be read here.
create table attempts (
  purpose text not null,
  key_hash bytea not null,
  failures integer not null,
  last_at timestamptz not null,
  wait_until timestamptz not null,
  primary key (purpose, key_hash)
);
create index attempts_last on attempts (last_at);
