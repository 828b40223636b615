-- With which other systems speak to the machine interface; only the hash of what was shown once.
create table interface_tokens (
  administration_id uuid not null references administrations,
  token_id uuid not null,
  name text not null check (length(name) between 1 and 120),
  scope text not null check (scope ~ '^[a-z_]{1,40}$'),
  token_hash bytea not null unique check (length(token_hash) = 32),
  created_at timestamptz not null,
  created_by uuid not null references accounts,
  last_used_on date,
  revoked_at timestamptz,
  revoked_by uuid references accounts,
  primary key (administration_id, token_id)
);
