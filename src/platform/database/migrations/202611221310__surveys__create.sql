-- What is asked: a version that was loaded never changes.
create table survey_instruments (
  instrument_code text not null,
  version integer not null check (version > 0),
  document jsonb not null,
  loaded_at timestamptz not null,
  primary key (instrument_code, version)
);

create table survey_campaigns (
  administration_id uuid not null references administrations,
  campaign_id uuid not null,
  -- In the address of the survey, also on paper.
  code text not null check (code ~ '^[a-z0-9]{6}$'),
  name text not null check (length(name) between 1 and 120),
  population text not null check (length(population) between 1 and 500),
  population_size integer check (population_size > 0),
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  -- Ended by hand before its time: the last day on which it was answered.
  ended_on date,
  -- So many answers, or so many of each hundred of the population or of those attended.
  goal_kind text not null check (goal_kind in ('responses', 'rate')),
  goal_value integer not null check (goal_value > 0 and (goal_kind = 'responses' or goal_value <= 100)),
  rate_base text not null check (rate_base in ('population', 'attentions')),
  owner_id uuid not null references accounts,
  instrument_code text not null,
  instrument_version integer not null,
  channels text[] not null check (
    channels <@ array['tablet', 'qr', 'link', 'after_answer'] and cardinality(channels) > 0
  ),
  -- Empty: every centre.
  centre_ids uuid[] not null default '{}',
  created_at timestamptz not null,
  created_by uuid not null references accounts,
  primary key (administration_id, campaign_id),
  unique (administration_id, code),
  foreign key (instrument_code, instrument_version) references survey_instruments,
  check (rate_base <> 'population' or goal_kind <> 'rate' or population_size is not null)
);

-- Nobody's name, no address and no instant finer than the day: who answered cannot be found out from here.
create table survey_responses (
  administration_id uuid not null,
  response_id uuid not null,
  campaign_id uuid not null,
  responded_on date not null,
  channel text not null check (channel in ('tablet', 'qr', 'link', 'after_answer')),
  centre_id uuid,
  service_id uuid,
  -- After an answer: of which kind the case was. Never which case.
  case_kind text,
  overall smallint not null check (overall between 1 and 5),
  resolved text check (resolved in ('yes', 'partly', 'no')),
  -- Its second page was sent; it is not taken twice.
  completed boolean not null default false,
  primary key (administration_id, response_id),
  foreign key (administration_id, campaign_id) references survey_campaigns,
  foreign key (administration_id, centre_id) references centres,
  foreign key (administration_id, service_id) references services
);
create index survey_responses_of_campaign on survey_responses (administration_id, campaign_id);

create table survey_scores (
  administration_id uuid not null,
  response_id uuid not null,
  driver text not null,
  score smallint not null check (score between 1 and 5),
  primary key (administration_id, response_id, driver),
  foreign key (administration_id, response_id) references survey_responses
);

create table survey_segments (
  administration_id uuid not null,
  response_id uuid not null,
  segment text not null,
  option text not null,
  primary key (administration_id, response_id, segment),
  foreign key (administration_id, response_id) references survey_responses
);

-- Apart, since only analysts read them.
create table survey_comments (
  administration_id uuid not null,
  response_id uuid not null,
  comment text not null check (length(comment) between 1 and 2000),
  primary key (administration_id, response_id),
  foreign key (administration_id, response_id) references survey_responses
);
