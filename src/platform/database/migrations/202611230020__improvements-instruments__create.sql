-- The instruments of the quality norm: one document of a centre (or all), a service (or all) and a year.
create table quality_instruments (
  administration_id uuid not null references administrations,
  instrument_id uuid not null,
  centre_id uuid,
  service_id uuid,
  year integer not null check (year between 2000 and 2999),
  kind text not null check (kind in
    ('diagnosis', 'schedule', 'needs', 'value', 'experience', 'affinity', 'plan', 'culture')),
  version integer not null check (version > 0),
  state text not null check (state in ('draft', 'signed')),
  -- Rises with each change of the document or of a row: whoever signs, signs what was seen.
  revision integer not null default 1,
  begun_on date not null,
  begun_by uuid not null references accounts,
  signed_on date,
  signed_by uuid references accounts,
  -- The paper as it was signed, byte for byte.
  paper bytea,
  sha256 bytea,
  primary key (administration_id, instrument_id),
  unique nulls not distinct (administration_id, centre_id, service_id, year, kind, version),
  foreign key (administration_id, centre_id) references centres,
  foreign key (administration_id, service_id) references services,
  check ((state = 'signed') = (signed_on is not null)),
  check ((state = 'signed') = (signed_by is not null)),
  check ((state = 'signed') = (paper is not null)),
  check ((paper is null) = (sha256 is null)),
  check (sha256 = sha256(paper))
);
create unique index quality_instruments_one_draft
  on quality_instruments (administration_id, centre_id, service_id, year, kind) nulls not distinct
  where state = 'draft';

create table quality_instrument_rows (
  administration_id uuid not null,
  instrument_id uuid not null,
  row_id uuid not null,
  -- The same line in every version.
  line_id uuid not null,
  place integer not null check (place > 0),
  -- What stands in each column, by its code.
  cells jsonb not null check (jsonb_typeof(cells) = 'object'),
  -- What it was taken from, and how that was said; null: written here.
  source_key text,
  source_said text,
  revision integer not null default 1,
  changed_at timestamptz not null,
  changed_by uuid not null references accounts,
  primary key (administration_id, row_id),
  unique (administration_id, instrument_id, line_id),
  foreign key (administration_id, instrument_id) references quality_instruments,
  check ((source_key is null) = (source_said is null))
);
-- What was taken once is not taken again.
create unique index quality_instrument_rows_one_source
  on quality_instrument_rows (administration_id, instrument_id, source_key)
  where source_key is not null;

-- What was signed stays as it is; the next version changes it.
create function keep_signed_instrument() returns trigger language plpgsql as $$
begin
  raise exception 'a signed instrument stays as it is' using errcode = 'restrict_violation';
end $$;
create trigger quality_instruments_keep before update or delete on quality_instruments
  for each row when (old.state = 'signed') execute function keep_signed_instrument();

create function keep_rows_of_signed_instrument() returns trigger language plpgsql as $$
declare
  one quality_instrument_rows := case when tg_op = 'INSERT' then new else old end;
begin
  -- the lock keeps whoever signs meanwhile waiting
  perform from quality_instruments
    where administration_id = one.administration_id and instrument_id = one.instrument_id
      and state = 'draft'
    for update;
  if not found then
    raise exception 'the rows of a signed instrument stay as they are' using errcode = 'restrict_violation';
  end if;
  if tg_op = 'UPDATE' and new.instrument_id <> old.instrument_id then
    raise exception 'a row stays in its instrument' using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger quality_instrument_rows_keep before insert or update or delete on quality_instrument_rows
  for each row execute function keep_rows_of_signed_instrument();
create trigger quality_instruments_no_truncate before truncate on quality_instruments
  for each statement execute function refuse_change();
create trigger quality_instrument_rows_no_truncate before truncate on quality_instrument_rows
  for each statement execute function refuse_change();
