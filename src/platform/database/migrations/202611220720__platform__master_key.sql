-- Which master key the data was made with: a fingerprint that tells nothing of the key. One row at most.
create table master_key (
  only_one boolean primary key default true check (only_one),
  fingerprint bytea not null check (length(fingerprint) = 32),
  noted_at timestamptz not null default now()
);
