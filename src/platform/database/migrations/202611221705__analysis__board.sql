-- An affinity diagram: what people said as cards, put together by likeness by several hands at once. Every
-- change of a board takes its next number while the board's row is locked, so that whoever looks on asks only for
-- what came after the last number that they saw.
create table affinity_boards (
  administration_id uuid not null,
  corpus_id uuid not null,
  phase text not null default 'silent' check (phase in ('silent', 'naming', 'voting', 'closed')),
  votes_each smallint not null check (votes_each between 1 and 20),
  last_change bigint not null default 0,
  opened_at timestamptz not null,
  opened_by uuid not null references accounts,
  primary key (administration_id, corpus_id),
  foreign key (administration_id, corpus_id) references corpora
);

create table affinity_groups (
  administration_id uuid not null,
  corpus_id uuid not null,
  group_id uuid not null,
  number integer not null check (number > 0),
  -- What its cards say together, as a whole sentence.
  sentence text not null default '' check (length(sentence) <= 240),
  version integer not null default 1,
  changed bigint not null,
  changed_by uuid not null references accounts,
  dissolved boolean not null default false,
  primary key (administration_id, corpus_id, group_id),
  unique (administration_id, corpus_id, number),
  foreign key (administration_id, corpus_id) references affinity_boards
);

create table affinity_cards (
  administration_id uuid not null,
  corpus_id uuid not null,
  card_id uuid not null,
  -- An idea of the corpus, whose masked text is read where it stands, or a note of the team.
  segment_id uuid,
  note text check (length(note) between 1 and 400),
  position integer not null,
  -- None: loose, and kept.
  group_id uuid,
  version integer not null default 1,
  changed bigint not null,
  changed_by uuid not null references accounts,
  primary key (administration_id, corpus_id, card_id),
  unique (administration_id, corpus_id, segment_id),
  foreign key (administration_id, corpus_id) references affinity_boards,
  foreign key (administration_id, corpus_id, group_id) references affinity_groups,
  check ((segment_id is null) <> (note is null))
);
create index affinity_cards_by_group on affinity_cards (administration_id, corpus_id, group_id);

create table affinity_votes (
  administration_id uuid not null,
  corpus_id uuid not null,
  group_id uuid not null,
  account_id uuid not null references accounts,
  votes smallint not null check (votes > 0),
  primary key (administration_id, corpus_id, group_id, account_id),
  foreign key (administration_id, corpus_id, group_id) references affinity_groups
);
