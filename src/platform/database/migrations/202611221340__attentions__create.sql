-- People attended, by place, service, day and channel: what every rate is counted on.
create table attention_counts (
  administration_id uuid not null,
  centre_id uuid not null,
  service_id uuid not null,
  day date not null,
  channel text not null check (channel in ('counter', 'phone', 'web', 'email')),
  -- Tapped at the counter, from the register, imported, or told by another system; the sum is what counts.
  source text not null check (source in ('tap', 'register', 'import', 'interface')),
  attended integer not null check (attended between 0 and 100000),
  primary key (administration_id, day, centre_id, service_id, channel, source),
  foreign key (administration_id, centre_id) references centres,
  foreign key (administration_id, service_id) references services
);

-- Who was attended, where an office keeps such a register; off until it is switched on.
create table attention_settings (
  administration_id uuid primary key references administrations,
  keeps_register boolean not null,
  changed_at timestamptz not null,
  changed_by uuid not null references accounts
);

create table attention_register (
  administration_id uuid not null,
  entry_id uuid not null,
  centre_id uuid not null,
  service_id uuid not null,
  day date not null,
  channel text not null check (channel in ('counter', 'phone', 'web', 'email')),
  minutes integer check (minutes between 0 and 1440),
  resources text not null default '' check (length(resources) <= 300),
  -- Of the person; empty once it was erased. What was counted stays.
  name text not null default '' check (length(name) <= 120),
  contact text not null default '' check (length(contact) <= 120),
  erased_on date,
  recorded_by uuid not null references accounts,
  primary key (administration_id, entry_id),
  foreign key (administration_id, centre_id) references centres,
  foreign key (administration_id, service_id) references services,
  check (erased_on is null or (name = '' and contact = ''))
);
create index attention_register_by_day on attention_register (administration_id, day, centre_id);
