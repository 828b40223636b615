-- Everything of reports of corruption, in a schema and under a login of its own. Days, never instants; random ids;
-- no sequence; blobs as rows, so that no file's time tells of a filing. What belongs to a report lies in the box of
-- its shred key, which is not in this database.

-- Slots of the ring of shred keys that something uses. Unique for the whole ring, whoever looks.
create table taken_slots (
  administration_id uuid not null,
  shred_slot integer primary key check (shred_slot >= 0)
);

create table directory_entries (
  administration_id uuid not null,
  seq integer not null check (seq >= 0),
  entry text not null,
  hash bytea not null check (length(hash) = 32),
  day date not null,
  primary key (administration_id, seq),
  unique (administration_id, hash)
);

create table member_keys (
  administration_id uuid not null,
  member_id text not null,
  account_id uuid not null,
  role text not null,
  -- As the member's browser boxed it, boxed once more with the pepper.
  seed bytea not null,
  made_on date not null,
  primary key (administration_id, member_id)
);
create index member_keys_of_account on member_keys (administration_id, account_id);

create table reports (
  administration_id uuid not null,
  report_id bytea not null check (length(report_id) = 16),
  auth_hash bytea not null unique check (length(auth_hash) = 32),
  shred_slot integer not null references taken_slots,
  received_on date not null,
  channel text not null,
  state text not null,
  state_since date not null,
  epoch integer not null check (epoch >= 1),
  self bytea not null,
  identity bytea not null,
  last_content_on date not null,
  concluded_on date,
  retain_until date,
  primary key (administration_id, report_id)
);
create index reports_by_state on reports (administration_id, state, received_on);
-- What the daily reminder looks through: not what is only kept until its time is over.
create index reports_to_watch on reports (administration_id)
  where concluded_on is null or last_content_on >= concluded_on;

create table report_epochs (
  administration_id uuid not null,
  report_id bytea not null,
  epoch integer not null check (epoch >= 1),
  began_on date not null,
  -- The hash of the directory whose members have slots.
  directory bytea not null check (length(directory) = 32),
  content_pub bytea not null check (length(content_pub) = 32),
  action_pub bytea not null check (length(action_pub) = 32),
  content bytea not null,
  -- The new dialogue key for the reporter's mailbox, and who signs for it; none in the first epoch.
  for_reporter bytea,
  begun_by uuid,
  primary key (administration_id, report_id, epoch),
  foreign key (administration_id, report_id) references reports on delete cascade
);

-- The place of one member in one report. Whoever is excluded has one too, filled with junk of equal size.
create table slots (
  administration_id uuid not null,
  report_id bytea not null,
  -- 0 for the identity, which has one key for all epochs.
  epoch integer not null check (epoch >= 0),
  purpose text not null check (purpose in ('read', 'recovery', 'identity')),
  member_id text not null,
  blob bytea not null,
  primary key (administration_id, report_id, epoch, purpose, member_id),
  foreign key (administration_id, report_id) references reports on delete cascade
);

create table messages (
  administration_id uuid not null,
  report_id bytea not null,
  seq integer not null check (seq >= 1),
  epoch integer not null,
  direction text not null check (direction in ('from_reporter', 'to_reporter')),
  blob bytea not null,
  day date not null,
  by_account uuid,
  signature bytea,
  primary key (administration_id, report_id, seq),
  foreign key (administration_id, report_id) references reports on delete cascade
);

create table uploads (
  administration_id uuid not null,
  upload_id bytea not null check (length(upload_id) = 16),
  -- SHA-256 of the secret with which the sender goes on and claims it.
  claim_hash bytea not null check (length(claim_hash) = 32),
  report_id bytea,
  shred_slot integer not null references taken_slots,
  bytes bigint not null check (bytes > 0),
  parts integer not null check (parts > 0),
  begun_on date not null,
  primary key (administration_id, upload_id),
  foreign key (administration_id, report_id) references reports on delete cascade
);
create index uploads_of_report on uploads (administration_id, report_id);

create table upload_parts (
  administration_id uuid not null,
  upload_id bytea not null,
  part integer not null check (part >= 0),
  blob bytea not null,
  primary key (administration_id, upload_id, part),
  foreign key (administration_id, upload_id) references uploads on delete cascade
);

create table events (
  administration_id uuid not null,
  report_id bytea not null,
  seq integer not null check (seq >= 1),
  epoch integer not null,
  day date not null,
  code text not null,
  to_state text not null,
  by_account uuid,
  -- What the actor wrote, sealed in the actor's browser, and the actor's signature with the epoch's key.
  body bytea,
  signature bytea,
  primary key (administration_id, report_id, seq),
  foreign key (administration_id, report_id) references reports on delete cascade
);

create table deadlines (
  administration_id uuid not null,
  report_id bytea not null,
  step text not null,
  due_on date not null,
  met_on date,
  primary key (administration_id, report_id, step),
  foreign key (administration_id, report_id) references reports on delete cascade
);
create index deadlines_open on deadlines (administration_id, due_on) where met_on is null;

create table identity_requests (
  administration_id uuid not null,
  request_id bytea not null check (length(request_id) = 16),
  report_id bytea not null,
  requester_id text not null,
  by_account uuid not null,
  ground text not null,
  reason bytea not null,
  requested_on date not null,
  state text not null check (state in ('open', 'released', 'refused')),
  decided_on date,
  primary key (administration_id, request_id),
  foreign key (administration_id, report_id) references reports on delete cascade
);

create table identity_releases (
  administration_id uuid not null,
  request_id bytea not null,
  custodian_id text not null,
  by_account uuid not null,
  released boolean not null,
  -- The custodian's share, sealed to the requester; none when refused.
  share bytea,
  day date not null,
  primary key (administration_id, request_id, custodian_id),
  foreign key (administration_id, request_id) references identity_requests on delete cascade
);

-- A report's key for a reader who came later: given out only after a second one's approval.
create table reader_wraps (
  administration_id uuid not null,
  report_id bytea not null,
  epoch integer not null,
  member_id text not null,
  blob bytea not null,
  -- What the holders keep of it, one box each.
  recovery bytea not null,
  by_account uuid not null,
  signature bytea not null,
  wrapped_on date not null,
  approved_by uuid check (approved_by <> by_account),
  approval bytea,
  approved_on date,
  primary key (administration_id, report_id, epoch, member_id),
  foreign key (administration_id, report_id) references reports on delete cascade
);

create table recovery_requests (
  administration_id uuid not null,
  request_id bytea not null check (length(request_id) = 16),
  -- Whose slots are recovered, and the new keys of the same person that get them.
  lost_id text not null,
  member_id text not null,
  by_account uuid not null,
  requested_on date not null,
  closed_on date,
  primary key (administration_id, request_id)
);

create table recovery_shares (
  administration_id uuid not null,
  request_id bytea not null,
  report_id bytea not null,
  epoch integer not null,
  holder_id text not null,
  by_account uuid not null,
  share bytea not null,
  day date not null,
  primary key (administration_id, request_id, report_id, epoch, holder_id),
  foreign key (administration_id, request_id) references recovery_requests on delete cascade,
  foreign key (administration_id, report_id) references reports on delete cascade
);

-- Not tied to a report: whoever has the ten words finds it again, nobody else.
create table commitment_leaves (
  administration_id uuid not null,
  leaf bytea not null check (length(leaf) = 32),
  week date not null,
  primary key (administration_id, leaf)
);

create table commitment_batches (
  administration_id uuid not null,
  seq integer not null check (seq >= 1),
  week date not null,
  leaves bytea not null check (length(leaves) = 64 * 32),
  previous bytea not null check (length(previous) = 32),
  root bytea not null check (length(root) = 32),
  signature bytea not null,
  primary key (administration_id, seq)
);

-- What remains of a report for statistics: codes and whole days of a fixed period.
create table skeletons (
  administration_id uuid not null,
  skeleton_id uuid not null,
  period text not null,
  channel text not null,
  category text not null,
  anonymous boolean not null,
  outcome text not null,
  days_to jsonb not null,
  primary key (administration_id, skeleton_id)
);
create index skeletons_by_period on skeletons (administration_id, period);

-- The same list as beside the ring: a restore replays whichever of the two knows more.
create table erasures (
  administration_id uuid not null,
  report_id bytea not null check (length(report_id) = 16),
  shred_slot integer primary key,
  erased_on date not null
);

-- A query that does not say for which administration it asks finds and changes nothing, also as the owner.
do $$
declare one record;
begin
  for one in select c.oid::regclass as name from pg_class c
    where c.relnamespace = 'sealed'::regnamespace and c.relkind = 'r' and c.relname not like 'kysely_migration%'
  loop
    execute format('alter table %s enable row level security', one.name);
    execute format('alter table %s force row level security', one.name);
    execute format($policy$
      create policy asked_for on %s using (
        administration_id = nullif(current_setting('sealed.administration', true), '')::uuid
        or current_setting('sealed.every', true) = 'on'
      )$policy$, one.name);
  end loop;
end $$;
