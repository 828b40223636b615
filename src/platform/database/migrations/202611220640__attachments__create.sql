-- Files that people sent. The bytes lie under the data folder by storage_name; a row is written before
-- its file and deleted after it, so that no file is ever without a row.
create table attachments (
  administration_id uuid not null references administrations,
  attachment_id uuid not null,
  -- Claimed by a case, or waiting a day for one; a filing on the web waits as part of its draft.
  case_id uuid,
  draft_id uuid,
  uploaded_at timestamptz not null,
  claimed_at timestamptz,
  original_name text not null check (length(original_name) between 1 and 140),
  media_type text not null,
  byte_size integer not null check (byte_size > 0),
  -- Of the bytes as they are kept. The history holds the salted commitment to it and nothing else.
  sha256 bytea not null check (length(sha256) = 32),
  salt bytea not null,
  commitment bytea not null,
  storage_name text not null unique check (storage_name ~ '^[0-9a-f]{32}$'),
  image_width integer,
  image_height integer,
  scan_state text not null check (scan_state in ('not_configured', 'waiting', 'clean', 'infected')),
  -- When the scanner was asked last, with or without a verdict.
  scanned_at timestamptz,
  scan_finding text,
  removed_at timestamptz,
  primary key (administration_id, attachment_id),
  foreign key (administration_id, case_id) references cases deferrable initially deferred,
  check ((case_id is null) = (claimed_at is null)),
  check ((image_width is null) = (image_height is null))
);
create index attachments_of_case on attachments (administration_id, case_id) where case_id is not null;
create index attachments_of_draft on attachments (administration_id, draft_id) where claimed_at is null;
create index attachments_unclaimed on attachments (uploaded_at) where claimed_at is null;
create index attachments_to_scan on attachments (scanned_at nulls first, uploaded_at)
  where scan_state = 'waiting';
