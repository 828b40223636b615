-- Messages that came to the office's mailbox: each waits for a person to make a filing of it, or is set aside.
create table incoming_mail (
  administration_id uuid not null references administrations,
  mail_id uuid not null,
  -- Of message id, sender, date, subject and contents: the same message by two roads is stored once.
  mail_key bytea not null check (length(mail_key) = 32),
  -- automatic: a robot wrote it; bounce: it says that a letter did not arrive
  sort text not null check (sort in ('person', 'automatic', 'bounce')),
  state text not null check (state in ('waiting', 'aside', 'filed', 'added', 'dismissed')),
  -- When our mail server took it over.
  received_at timestamptz not null,
  stored_at timestamptz not null,
  sender_name text,
  sender_address text,
  subject text,
  body text,
  -- The number of a case that the message names or answers, as far as there is one.
  answers_case text,
  -- Names, sizes and what was held against each.
  files jsonb not null default '[]',
  -- The message as it came; gone, with the words, some days after it was settled.
  raw bytea,
  unpacked_at timestamptz,
  settled_at timestamptz,
  settled_by uuid references accounts,
  reason text,
  case_number text,
  primary key (administration_id, mail_id),
  unique (administration_id, mail_key)
);
create index incoming_mail_waiting on incoming_mail (administration_id, received_at) where state = 'waiting';
create index incoming_mail_by_time on incoming_mail (administration_id, received_at desc);
create index incoming_mail_to_clear on incoming_mail (settled_at) where raw is not null;
