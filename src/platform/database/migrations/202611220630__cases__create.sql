-- One book per administration: the number handed out last and the head of the chain of filings.
create table books (
  administration_id uuid primary key references administrations,
  code text not null unique,
  year integer not null,
  last_number integer not null default 0,
  filings bigint not null default 0,
  head bytea not null default decode(repeat('00', 32), 'hex')
) with (fillfactor = 10);

create table cases (
  administration_id uuid not null references administrations,
  case_id uuid not null,
  case_number text not null unique,
  kind text not null,
  -- What the person chose; staff may classify it otherwise.
  kind_filed text not null,
  state text not null check (state in (
    'registered', 'in_triage', 'awaiting_correction', 'assigned', 'in_analysis', 'response_drafted',
    'response_issued', 'notified', 'closed', 'transferred', 'redirected', 'consolidated', 'archived'
  )),
  is_open boolean not null generated always as (state in (
    'registered', 'in_triage', 'awaiting_correction', 'assigned', 'in_analysis', 'response_drafted', 'response_issued'
  )) stored,
  channel text not null check (channel in ('web', 'api', 'tablet', 'qr', 'counter', 'phone', 'paper', 'email')),
  language text not null,
  registered_at timestamptz not null,
  occurred_on date,
  occurred_time text,
  centre_id uuid not null,
  service_id uuid,
  motives text[] not null default '{}',
  -- Where it lies: a desk at first, then a unit and a person.
  desk text not null default 'claims_manager' check (desk in ('claims_manager', 'centre', 'unit')),
  unit_id uuid,
  handler_id uuid references accounts,
  routing_rule_id uuid,
  priority smallint not null default 0 check (priority between 0 and 2),
  restricted text check (restricted in ('corruption', 'violence', 'official_named', 'by_rule', 'by_hand')),
  named_officials uuid[] not null default '{}',
  signals text[] not null default '{}',
  due_on date,
  overdue boolean not null default false,
  clock_suspended boolean not null default false,
  answer_by text not null check (answer_by in ('email', 'sms', 'post', 'pickup', 'none')),
  electronic_notice boolean not null default false,
  results_told boolean not null default false,
  quotation boolean not null default false,
  -- The person said that it was not resolved and asked to look again.
  review_asked boolean not null default false,
  outcome text,
  answered_at timestamptz,
  notified_at timestamptz,
  closed_at timestamptz,
  close_reason text,
  -- The number at the body that it came from or went to, and that body's name.
  outside_number text,
  outside_body text,
  linked_case_id uuid,
  regime_code text not null,
  regime_version integer not null,
  tracking_token_hash bytea not null unique,
  idempotency_hash bytea not null,
  request_hash bytea not null,
  -- The beginning of what was told, for lists; erased with it.
  summary text not null,
  search tsvector not null,
  -- Grows with every step, and so serves as the version: whoever acts on an older one is shown what changed.
  history_length integer not null default 1,
  history_head bytea not null,
  primary key (administration_id, case_id),
  unique (administration_id, idempotency_hash),
  foreign key (administration_id, centre_id) references centres,
  foreign key (administration_id, service_id) references services,
  foreign key (administration_id, unit_id) references units,
  foreign key (regime_code, regime_version) references regimes
) with (fillfactor = 80);

create index cases_open_by_due on cases (administration_id, (coalesce(due_on, '9999-12-31'::date)), case_number)
  where is_open;
create index cases_of_handler on cases (administration_id, handler_id, due_on, case_number)
  where is_open and handler_id is not null;
create index cases_of_centre on cases (administration_id, centre_id, due_on, case_number) where is_open;
create index cases_of_unit on cases (administration_id, unit_id, due_on, case_number)
  where is_open and unit_id is not null;
create index cases_by_registration on cases (administration_id, registered_at desc, case_number desc);
create index cases_review_asked on cases (administration_id, registered_at desc, case_number desc)
  where review_asked;
create index cases_search on cases using gin (search);

-- Who filed it; a row of its own so that it can be erased alone.
create table case_people (
  administration_id uuid not null,
  case_id uuid not null,
  names text,
  first_surname text,
  second_surname text,
  legal_name text,
  representative text,
  document_type text,
  document_number text,
  email text,
  phone text,
  address text,
  salt bytea,
  commitment bytea not null,
  erased_at timestamptz,
  primary key (administration_id, case_id),
  foreign key (administration_id, case_id) references cases
);
create index case_people_by_document on case_people (administration_id, document_number)
  where document_number is not null;

-- Every text of a case. Body and salt can be erased; the history keeps the commitment.
create table case_contents (
  administration_id uuid not null,
  content_id uuid not null,
  case_id uuid not null,
  kind text not null check (kind in (
    'description', 'place', 'correction_request', 'correction', 'information', 'note', 'reason',
    'answer', 'measures', 'comment', 'rating_comment', 'review_request', 'proof'
  )),
  body text,
  salt bytea,
  commitment bytea not null,
  account_id uuid references accounts,
  written_at timestamptz not null,
  erased_at timestamptz,
  primary key (administration_id, content_id),
  foreign key (administration_id, case_id) references cases
);
create index case_contents_of_case on case_contents (administration_id, case_id, written_at);

create table answers (
  administration_id uuid not null,
  answer_id uuid not null,
  case_id uuid not null,
  state text not null check (state in ('submitted', 'returned', 'approved')),
  outcome text not null,
  body_content_id uuid not null,
  measures_content_id uuid,
  comment_content_id uuid,
  author_id uuid not null references accounts,
  approver_id uuid references accounts,
  submitted_at timestamptz not null,
  decided_at timestamptz,
  primary key (administration_id, answer_id),
  foreign key (administration_id, case_id) references cases,
  foreign key (administration_id, body_content_id) references case_contents deferrable initially deferred
);
create index answers_of_case on answers (administration_id, case_id, submitted_at);

-- What somebody is still writing; theirs alone until it is submitted.
create table answer_drafts (
  administration_id uuid not null,
  case_id uuid not null,
  account_id uuid not null references accounts,
  outcome text,
  body text not null,
  measures text not null default '',
  saved_at timestamptz not null,
  primary key (administration_id, case_id, account_id),
  foreign key (administration_id, case_id) references cases
);

-- How the answer reached the person; every attempt stays.
create table deliveries (
  administration_id uuid not null,
  delivery_id uuid not null,
  case_id uuid not null,
  answer_id uuid not null,
  method text not null check (method in ('email', 'sms', 'post', 'pickup', 'tracking_page')),
  state text not null check (state in ('pending', 'delivered', 'failed')),
  started_at timestamptz not null,
  settled_at timestamptz,
  proof text,
  failure text,
  recorded_by uuid references accounts,
  primary key (administration_id, delivery_id),
  foreign key (administration_id, case_id) references cases,
  foreign key (administration_id, answer_id) references answers
);
create index deliveries_of_case on deliveries (administration_id, case_id);

-- "Was it resolved?" and one to five, asked after the answer.
create table case_ratings (
  administration_id uuid not null,
  case_id uuid not null,
  resolved text not null check (resolved in ('yes', 'partly', 'no')),
  satisfaction smallint not null check (satisfaction between 1 and 5),
  comment_content_id uuid,
  rated_at timestamptz not null,
  primary key (administration_id, case_id),
  foreign key (administration_id, case_id) references cases
);

-- What a person typed so far, kept a while so that nothing is lost on the way; erased once it is filed.
create table filing_drafts (
  draft_id uuid primary key,
  administration_id uuid not null references administrations,
  -- Of the visitor's short session: nobody else comes back to it.
  session_hash bytea not null,
  answers jsonb not null default '{}',
  -- Grows with every change, so that what is sent is what was read over.
  version integer not null default 1,
  started_at timestamptz not null,
  saved_at timestamptz not null,
  filed_at timestamptz,
  filed_case_number text,
  check ((filed_at is null) = (filed_case_number is null))
);
create unique index filing_drafts_open on filing_drafts (session_hash, administration_id) where filed_at is null;
create index filing_drafts_by_age on filing_drafts (saved_at);
