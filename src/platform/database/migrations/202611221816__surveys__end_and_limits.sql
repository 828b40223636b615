-- Why a campaign was ended before its time.
alter table survey_campaigns add ended_because text
  check (ended_because is null or (ended_on is not null and length(ended_because) between 1 and 500));

-- Forms of the survey that were sent, until they would have expired by themselves: a hash and nothing else.
create table survey_spent_forms (
  form_hash bytea primary key,
  expires_at timestamptz not null
);
create index survey_spent_forms_expire on survey_spent_forms (expires_at);

-- How many answers the present hour brought to a campaign; the next hour overwrites it.
create table survey_hours (
  administration_id uuid not null,
  campaign_id uuid not null,
  hour timestamptz not null,
  taken integer not null check (taken > 0),
  primary key (administration_id, campaign_id),
  foreign key (administration_id, campaign_id) references survey_campaigns
);
