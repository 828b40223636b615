create table accounts (
  account_id uuid primary key,
  email text not null unique check (email = lower(email) and email like '%_@_%'),
  name text not null,
  password_hash text not null,
  language text not null default 'es',
  must_change_password boolean not null default false,
  created_at timestamptz not null,
  disabled_at timestamptz
);

create table role_grants (
  grant_id uuid primary key,
  account_id uuid not null references accounts,
  role text not null,
  -- No administration: the whole installation (system_admin only).
  administration_id uuid references administrations,
  centre_id uuid,
  unit_id uuid,
  valid_from date not null,
  valid_until date check (valid_until >= valid_from),
  granted_by uuid references accounts,
  granted_at timestamptz not null,
  -- Taken away before its time; what was held until then stays on record.
  revoked_at timestamptz,
  revoked_by uuid references accounts,
  foreign key (administration_id, centre_id) references centres,
  foreign key (administration_id, unit_id) references units,
  check (administration_id is not null or role = 'system_admin'),
  check (num_nonnulls(centre_id, unit_id) <= 1)
);
create index role_grants_of_account on role_grants (account_id);
create index role_grants_of_administration on role_grants (administration_id, role);

create table absences (
  absence_id uuid primary key,
  administration_id uuid not null references administrations,
  account_id uuid not null references accounts,
  absent_from date not null,
  absent_until date not null check (absent_until >= absent_from),
  substitute_account_id uuid references accounts check (substitute_account_id <> account_id),
  recorded_by uuid references accounts,
  recorded_at timestamptz not null
);
create index absences_of_account on absences (account_id, absent_until);

create table staff_sessions (
  session_id uuid primary key,
  -- Only the SHA-256 of what the browser holds.
  token_hash bytea not null unique,
  account_id uuid not null references accounts,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  -- "Firefox, Linux": enough for the person to know which one it is.
  browser text not null default ''
);
create index staff_sessions_of_account on staff_sessions (account_id);
