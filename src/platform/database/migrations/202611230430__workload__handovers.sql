-- Cases that changed hands together. Each case has its own record of it in its history; this says what belonged
-- together, so that whoever comes back sees what happened meanwhile.
create table handovers (
  administration_id uuid not null references administrations,
  handover_id uuid not null,
  from_account_id uuid not null references accounts,
  -- Null: the nightly check, which found cases in the hands of somebody who left.
  made_by uuid references accounts,
  made_at timestamptz not null,
  -- An account, by load, or the desk of the unit.
  given_to text not null check (given_to in ('one', 'share', 'unit')),
  -- For whoever takes over; about the work, never about a person.
  note text not null check (length(note) <= 2000),
  primary key (administration_id, handover_id)
);
create index handovers_by_time on handovers (administration_id, made_at desc);
create index handovers_of_giver on handovers (administration_id, from_account_id, made_at desc);

create table handover_cases (
  administration_id uuid not null,
  handover_id uuid not null,
  case_id uuid not null,
  -- Null with no reason: the desk of its unit.
  to_account_id uuid references accounts,
  stays_because text,
  primary key (administration_id, handover_id, case_id),
  foreign key (administration_id, handover_id) references handovers,
  foreign key (administration_id, case_id) references cases,
  check (to_account_id is null or stays_because is null)
);
create index handover_cases_of_taker on handover_cases (administration_id, to_account_id)
  where to_account_id is not null;
