-- Tried in order; the first that matches decides. An empty condition matches everything.
create table routing_rules (
  administration_id uuid not null references administrations,
  rule_id uuid not null,
  position integer not null,
  name text not null,
  kinds text[] not null default '{}',
  centre_ids uuid[] not null default '{}',
  service_ids uuid[] not null default '{}',
  motives text[] not null default '{}',
  channels text[] not null default '{}',
  words text[] not null default '{}',
  except_words text[] not null default '{}',
  signals text[] not null default '{}' check (signals <@ array['danger', 'corruption', 'violence']),
  official_named boolean,
  desk text not null check (desk in ('claims_manager', 'centre', 'unit')),
  -- None: the unit that owns the service.
  unit_id uuid,
  priority smallint not null default 0 check (priority between 0 and 2),
  restricted boolean not null default false,
  -- Else a person confirms the unit in triage.
  assign_at_once boolean not null default false,
  valid_from date,
  valid_until date,
  primary key (administration_id, rule_id),
  unique (administration_id, position) deferrable initially deferred,
  foreign key (administration_id, unit_id) references units,
  check (valid_until >= valid_from)
);
