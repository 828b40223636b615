-- How often the report of an administration is written.
create table report_rhythms (
  administration_id uuid primary key references administrations,
  rhythm text not null check (rhythm in ('month', 'quarter', 'half', 'year')),
  set_at timestamptz not null,
  set_by uuid not null references accounts
);

create table period_reports (
  administration_id uuid not null references administrations,
  report_id uuid not null,
  period text not null check (period ~ '^20[0-9]{2}(-(0[1-9]|1[0-2]|Q[1-4]|H[12]))?$'),
  version integer not null check (version > 0),
  state text not null check (state in ('draft', 'signed')),
  number integer,
  number_year integer,
  revision integer not null default 1,
  content jsonb not null,
  made_at timestamptz not null,
  -- Null: the calendar made it.
  made_by uuid references accounts,
  signed_at timestamptz,
  signed_by uuid references accounts,
  hash bytea check (length(hash) = 32),
  published_at timestamptz,
  published_by uuid references accounts,
  primary key (administration_id, report_id),
  unique (administration_id, period, version),
  unique (administration_id, number_year, number, version),
  check ((state = 'signed') = (signed_at is not null)),
  check ((state = 'signed') = (signed_by is not null and hash is not null and number is not null and number_year is not null)),
  check (published_at is null or state = 'signed')
);
create unique index period_reports_one_draft on period_reports (administration_id, period) where state = 'draft';

-- What was signed, byte for byte.
create table period_report_files (
  administration_id uuid not null,
  report_id uuid not null,
  name text not null,
  edition text not null check (edition in ('inside', 'public')),
  media_type text not null,
  bytes bytea not null,
  sha256 bytea not null check (length(sha256) = 32),
  primary key (administration_id, report_id, name),
  foreign key (administration_id, report_id) references period_reports
);

-- A signed report stays as it is; only whether it is published may still change.
create function keep_signed_report() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.state = 'signed' then raise exception 'a signed report stays'; end if;
    return old;
  end if;
  if old.state = 'signed' and
     (new.content, new.state, new.number, new.number_year, new.signed_at, new.signed_by, new.hash, new.period, new.version)
     is distinct from
     (old.content, old.state, old.number, old.number_year, old.signed_at, old.signed_by, old.hash, old.period, old.version)
  then raise exception 'a signed report stays as it is'; end if;
  return new;
end $$;
create trigger period_reports_keep_signed before update or delete on period_reports
  for each row execute function keep_signed_report();
create trigger period_report_files_append_only before update or delete on period_report_files
  for each row execute function refuse_change();
create trigger period_report_files_no_truncate before truncate on period_report_files
  for each statement execute function refuse_change();
