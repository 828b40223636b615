-- How far each service is on line, as somebody saw it on a day; the newest counts.
create table digital_levels (
  administration_id uuid not null references administrations,
  assessment_id uuid not null,
  service_id uuid not null,
  level integer not null check (level between 0 and 4),
  assessed_on date not null,
  evidence text not null check (length(evidence) between 1 and 400),
  noted_at timestamptz not null,
  noted_by uuid not null references accounts,
  primary key (administration_id, assessment_id),
  foreign key (administration_id, service_id) references services
);
create index digital_levels_of_service on digital_levels (administration_id, service_id, assessed_on);

-- What a centre has of tickets, screens, kiosks, appointments and portals, as somebody saw it on a day.
create table digital_means (
  administration_id uuid not null references administrations,
  sighting_id uuid not null,
  centre_id uuid not null,
  mean text not null check (mean in ('tickets', 'screen', 'kiosk', 'appointments', 'portal', 'device')),
  is_there boolean not null,
  seen_on date not null,
  evidence text not null check (length(evidence) between 1 and 400),
  noted_at timestamptz not null,
  noted_by uuid not null references accounts,
  primary key (administration_id, sighting_id),
  foreign key (administration_id, centre_id) references centres
);
create index digital_means_of_centre on digital_means (administration_id, centre_id, seen_on);
