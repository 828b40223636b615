-- What was decided about quotes that were proposed. The words stay with their text; here is which of them may be
-- used, with cuts only, and how they are told outside when the person did not agree to be quoted.
create table finding_quotes (
  administration_id uuid not null,
  corpus_id uuid not null,
  segment_id uuid not null,
  code_id uuid not null,
  role text not null check (role in ('typical', 'severe', 'contrary')),
  decision text not null check (decision in ('accepted', 'rejected')),
  quote text not null default '',
  paraphrase text not null default '' check (length(paraphrase) <= 600),
  reason text not null default '' check (length(reason) <= 400),
  version integer not null default 1,
  decided_at timestamptz not null,
  decided_by uuid not null references accounts,
  primary key (administration_id, corpus_id, segment_id),
  foreign key (administration_id, corpus_id) references corpora,
  foreign key (administration_id, code_id) references frame_codes,
  check (decision = 'rejected' or quote <> ''),
  check (decision = 'accepted' or reason <> '')
);

-- A cause that was found, kept apart from the motives that people tell.
create table finding_causes (
  administration_id uuid not null references administrations,
  cause_id uuid not null,
  -- Short and the same for ever: indicators count by it.
  code text not null,
  name text not null check (length(name) between 1 and 240),
  found_at timestamptz not null,
  found_by uuid not null references accounts,
  primary key (administration_id, cause_id),
  unique (administration_id, code)
);

-- Why people told this: the chain of whys and the bones of the fish, each with how it is known.
create table root_causes (
  administration_id uuid not null,
  corpus_id uuid not null,
  code_id uuid not null,
  whys jsonb not null,
  causes jsonb not null,
  cause_id uuid,
  version integer not null default 1,
  written_at timestamptz not null,
  written_by uuid not null references accounts,
  primary key (administration_id, corpus_id, code_id),
  foreign key (administration_id, corpus_id) references corpora,
  foreign key (administration_id, code_id) references frame_codes,
  foreign key (administration_id, cause_id) references finding_causes
);

-- The cause of one case, of the book or of a legacy book; the last one found.
create table case_causes (
  administration_id uuid not null,
  case_id uuid not null,
  source text not null check (source in ('book', 'legacy')),
  cause_id uuid not null,
  corpus_id uuid not null,
  found_at timestamptz not null,
  found_by uuid not null references accounts,
  primary key (administration_id, case_id),
  foreign key (administration_id, cause_id) references finding_causes
);
create index case_causes_of_cause on case_causes (administration_id, cause_id);

-- What a case contributes to the indicators changes with its cause.
create function mark_caused_case() returns trigger language plpgsql as $$
begin
  insert into case_marks (administration_id, source, case_id, marked_at)
    select administration_id, source, case_id, found_at from touched;
  return null;
end $$;
create trigger case_causes_mark_found after insert on case_causes
  referencing new table as touched for each statement execute function mark_caused_case();
create trigger case_causes_mark_changed after update on case_causes
  referencing new table as touched for each statement execute function mark_caused_case();
create trigger case_causes_mark_gone after delete on case_causes
  referencing old table as touched for each statement execute function mark_caused_case();

-- Who erased a case erased its words: a quote of them goes with the text that it was taken from.
create function forget_quotes_of_text() returns trigger language plpgsql as $$
begin
  delete from finding_quotes as quote using segments as segment
    where segment.administration_id = new.administration_id and segment.text_id = new.text_id
      and quote.administration_id = segment.administration_id and quote.segment_id = segment.segment_id;
  return null;
end $$;
create trigger corpus_texts_forget_quotes after update of masked on corpus_texts
  for each row when (new.masked = '') execute function forget_quotes_of_text();
