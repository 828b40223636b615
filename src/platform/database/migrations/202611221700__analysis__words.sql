-- The frame with which texts are coded: what each code means, in versions.
create table analysis_frames (
  administration_id uuid not null references administrations,
  frame_id uuid not null,
  name text not null check (length(name) between 1 and 160),
  -- Grows with every change.
  version integer not null default 1 check (version > 0),
  created_at timestamptz not null,
  created_by uuid not null references accounts,
  primary key (administration_id, frame_id)
);

create table frame_codes (
  administration_id uuid not null,
  frame_id uuid not null,
  code_id uuid not null,
  -- None: of the first level, which is one of the drivers or the facilities.
  parent_id uuid,
  driver text,
  position integer not null,
  name text not null check (length(name) between 1 and 120),
  definition text not null,
  include text not null default '',
  exclude text not null default '',
  example text not null default '',
  -- The versions of the frame in which it came, was last changed, and went.
  added_in integer not null,
  changed_in integer not null,
  retired_in integer,
  primary key (administration_id, code_id),
  foreign key (administration_id, frame_id) references analysis_frames,
  foreign key (administration_id, parent_id) references frame_codes,
  check ((driver is null) <> (parent_id is null))
);
create index frame_codes_of_frame on frame_codes (administration_id, frame_id, position);
create unique index frame_codes_by_name on frame_codes (administration_id, frame_id, lower(name))
  where retired_in is null;

create table frame_changes (
  administration_id uuid not null,
  frame_id uuid not null,
  version integer not null,
  change text not null check (change in ('begun', 'added', 'reworded', 'retired')),
  code_id uuid,
  before jsonb,
  after jsonb,
  reason text not null,
  changed_at timestamptz not null,
  changed_by uuid not null references accounts,
  primary key (administration_id, frame_id, version),
  foreign key (administration_id, frame_id) references analysis_frames
);

-- Texts gathered for one question, of a period and a choice of cases.
create table corpora (
  administration_id uuid not null references administrations,
  corpus_id uuid not null,
  frame_id uuid not null,
  question text not null check (length(question) between 1 and 300),
  period_from date not null,
  period_until date not null check (period_until >= period_from),
  filter jsonb not null,
  sampling text not null check (sampling in ('all', 'stratified')),
  sample_size integer check (sample_size > 0),
  -- Draws the sample and the order of the texts again, the same on every machine.
  seed bigint not null,
  state text not null default 'gathering' check (state in ('gathering', 'ready')),
  eligible integer not null default 0,
  gathered integer not null default 0,
  created_at timestamptz not null,
  created_by uuid not null references accounts,
  primary key (administration_id, corpus_id),
  foreign key (administration_id, frame_id) references analysis_frames,
  check ((sampling = 'stratified') = (sample_size is not null))
);
create index corpora_by_creation on corpora (administration_id, created_at desc, corpus_id);

-- The original stays with its case: here is what may be read, and where something was masked.
create table corpus_texts (
  administration_id uuid not null,
  corpus_id uuid not null,
  text_id uuid not null,
  -- In the order that the seed gave; lists continue after one.
  position integer not null,
  case_id uuid,
  legacy_case_id uuid,
  masked text not null,
  -- Start and end in the masked text, length and kind of what was masked.
  masks jsonb not null,
  kind text not null,
  centre_id uuid,
  service_id uuid,
  channel text,
  motive text,
  outcome text,
  language text not null,
  registered_at timestamptz not null,
  severe boolean not null,
  -- The person agreed to be quoted without a name.
  quotation boolean not null,
  stratum text not null,
  -- Coded by two people, neither of whom sees what the other chose.
  double_coded boolean not null,
  version integer not null default 1,
  masked_by uuid references accounts,
  masked_at timestamptz,
  segmented_by uuid references accounts,
  segmented_at timestamptz,
  primary key (administration_id, text_id),
  unique (administration_id, corpus_id, position),
  foreign key (administration_id, corpus_id) references corpora,
  check ((case_id is null) <> (legacy_case_id is null)),
  check ((masked_by is null) = (masked_at is null)),
  check ((segmented_by is null) = (segmented_at is null))
);
create unique index corpus_texts_of_case on corpus_texts (administration_id, corpus_id, case_id)
  where case_id is not null;
create unique index corpus_texts_of_legacy_case on corpus_texts (administration_id, corpus_id, legacy_case_id)
  where legacy_case_id is not null;

create table mask_corrections (
  administration_id uuid not null,
  text_id uuid not null,
  version integer not null,
  change text not null check (change in ('masked', 'unmasked')),
  kind text not null,
  start_at integer not null,
  end_at integer not null,
  corrected_at timestamptz not null,
  corrected_by uuid not null references accounts,
  primary key (administration_id, text_id, version),
  foreign key (administration_id, text_id) references corpus_texts
);

-- One idea each: a stretch of a masked text.
create table segments (
  administration_id uuid not null,
  corpus_id uuid not null,
  segment_id uuid not null,
  text_id uuid not null,
  text_position integer not null,
  position integer not null,
  start_at integer not null check (start_at >= 0),
  end_at integer not null check (end_at > start_at),
  double_coded boolean not null,
  -- How many people coded it, so that the next one is found without counting.
  coders smallint not null default 0,
  primary key (administration_id, segment_id),
  foreign key (administration_id, text_id) references corpus_texts
);
create index segments_in_order on segments (administration_id, corpus_id, text_position, position);
create index segments_of_text on segments (administration_id, text_id, position);
create index segments_to_code on segments (administration_id, corpus_id, text_position, position)
  where coders = 0;
create index segments_to_code_again on segments (administration_id, corpus_id, text_position, position)
  where double_coded and coders = 1;

create table codings (
  administration_id uuid not null,
  corpus_id uuid not null,
  segment_id uuid not null,
  coder_id uuid not null references accounts,
  code_id uuid not null,
  severity smallint not null check (severity between 1 and 4),
  stage text,
  valence smallint not null check (valence between -1 and 1),
  suggestion boolean not null,
  harm boolean not null,
  -- The frame as the coder knew it.
  frame_version integer not null,
  version integer not null default 1,
  coded_at timestamptz not null,
  primary key (administration_id, segment_id, coder_id),
  foreign key (administration_id, segment_id) references segments,
  foreign key (administration_id, code_id) references frame_codes
);
create index codings_of_coder on codings (administration_id, corpus_id, coder_id, coded_at desc, segment_id);
create index codings_of_code on codings (administration_id, code_id, corpus_id);

-- What two coders who disagreed decided, and why.
create table coding_resolutions (
  administration_id uuid not null,
  corpus_id uuid not null,
  segment_id uuid not null,
  code_id uuid not null,
  severity smallint not null check (severity between 1 and 4),
  reason text not null check (length(reason) between 1 and 600),
  resolved_at timestamptz not null,
  resolved_by uuid not null references accounts,
  primary key (administration_id, segment_id),
  foreign key (administration_id, segment_id) references segments,
  foreign key (administration_id, code_id) references frame_codes
);
