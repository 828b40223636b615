-- What an administration promised of its services: how long at most, to how many of a hundred, and since when.
create table service_standards (
  administration_id uuid not null references administrations,
  standard_id uuid not null,
  -- Null: every service; every way of being attended.
  service_id uuid,
  channel text check (channel in ('counter', 'phone', 'web', 'email')),
  measure text not null check (measure in ('waiting_minutes', 'attention_minutes', 'answer_days')),
  most integer not null check (most between 1 and 1000),
  of_hundred integer not null check (of_hundred between 1 and 100),
  valid_from date not null,
  valid_until date,
  -- The document in which it was published.
  source text not null,
  primary key (administration_id, standard_id),
  foreign key (administration_id, service_id) references services,
  unique nulls not distinct (administration_id, measure, service_id, channel, valid_from),
  check (valid_until is null or valid_until >= valid_from),
  -- Cases are told by service or by channel, and not by both at once.
  check (measure <> 'answer_days' or channel is null)
);
