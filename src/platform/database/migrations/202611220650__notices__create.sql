-- The outbox: queued in the transaction of what it tells, sent later, never twice.
create table notices (
  administration_id uuid not null references administrations,
  notice_id uuid not null,
  case_id uuid,
  template text not null,
  recipient text not null check (recipient in ('person', 'account', 'centre')),
  account_id uuid references accounts,
  centre_id uuid,
  language text not null,
  -- Ids and codes that the template needs; never an address or a name.
  details jsonb not null default '{}',
  state text not null default 'queued' check (state in ('queued', 'sending', 'sent', 'failed', 'unconfirmed', 'cancelled')),
  attempts integer not null default 0,
  queued_at timestamptz not null,
  next_attempt_at timestamptz not null,
  sending_since timestamptz,
  settled_at timestamptz,
  -- Only when a person decided: sent again, marked as received, told by other means.
  settled_by uuid references accounts,
  -- A code; what a server says may repeat an address.
  failure text,
  -- The proof of a sent one: the server that took it over and its words, without addresses.
  accepted_by text,
  primary key (administration_id, notice_id),
  foreign key (administration_id, centre_id) references centres,
  check ((recipient = 'account') = (account_id is not null)),
  check ((recipient = 'centre') = (centre_id is not null))
);
create index notices_due on notices (next_attempt_at) where state = 'queued';
create index notices_being_sent on notices (sending_since) where state = 'sending';
create index notices_of_case on notices (administration_id, case_id);
create index notices_failed on notices (administration_id, settled_at) where state in ('failed', 'unconfirmed');
