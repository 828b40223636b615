-- The words of a letter as an administration changed them, from an instant on: what was queued before keeps its own.
create table letter_words (
  administration_id uuid not null references administrations,
  template text not null,
  language text not null,
  valid_from timestamptz not null,
  -- By the last part of the key of the text; empty: all as they come.
  words jsonb not null,
  primary key (administration_id, template, language, valid_from)
);
