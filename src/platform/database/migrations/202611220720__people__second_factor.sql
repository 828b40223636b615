create table second_factors (
  account_id uuid primary key references accounts,
  -- Boxed with a key that stands outside the database.
  secret_box bytea not null,
  made_at timestamptz not null,
  -- Null: shown to the person, who has not yet typed a first code.
  confirmed_at timestamptz,
  -- The time step of the last code taken: none is taken twice.
  last_step bigint not null default 0
);

create table recovery_codes (
  account_id uuid not null references second_factors on delete cascade,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (account_id, code_hash)
);

alter table staff_sessions add column second_factor_at timestamptz;
