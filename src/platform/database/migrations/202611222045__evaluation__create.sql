-- How a service model is evaluated, as it ships: a version that was loaded never changes.
create table evaluation_models (
  model_code text not null,
  version integer not null check (version > 0),
  document jsonb not null,
  loaded_at timestamptz not null,
  primary key (model_code, version)
);
create trigger evaluation_models_append_only before update or delete on evaluation_models
  for each row execute function refuse_change();

-- The model as an administration adopted it and then completed it; each change is the next version.
create table evaluation_own_models (
  administration_id uuid not null references administrations,
  version integer not null check (version > 0),
  document jsonb not null,
  reason text not null check (length(reason) between 1 and 400),
  written_at timestamptz not null,
  written_by uuid not null references accounts,
  primary key (administration_id, version)
);
create trigger evaluation_own_models_append_only before update or delete on evaluation_own_models
  for each row execute function refuse_change();

-- One look at a centre: by its own people, or by an evaluator who visits it. Keeps the version of the model that it
-- was made with.
create table evaluations (
  administration_id uuid not null references administrations,
  evaluation_id uuid not null,
  centre_id uuid not null,
  year integer not null check (year between 2000 and 2999),
  kind text not null check (kind in ('self', 'visit')),
  model_version integer not null,
  state text not null check (state in ('open', 'signed')),
  begun_at timestamptz not null,
  begun_by uuid not null references accounts,
  conclusion text not null default '' check (length(conclusion) <= 4000),
  result jsonb,
  signed_at timestamptz,
  signed_by uuid references accounts,
  primary key (administration_id, evaluation_id),
  foreign key (administration_id, centre_id) references centres,
  foreign key (administration_id, model_version) references evaluation_own_models,
  check ((state = 'signed') = (signed_at is not null)),
  check ((state = 'signed') = (signed_by is not null and result is not null))
);
create unique index evaluations_one_open on evaluations (administration_id, centre_id, year, kind)
  where state = 'open';

create table evaluation_marks (
  administration_id uuid not null,
  evaluation_id uuid not null,
  element_id text not null check (length(element_id) between 1 and 60),
  state text not null check (state in ('met', 'not_met', 'not_applicable')),
  reason text not null default '' check (length(reason) <= 2000),
  revision integer not null default 1,
  marked_at timestamptz not null,
  marked_by uuid not null references accounts,
  primary key (administration_id, evaluation_id, element_id),
  foreign key (administration_id, evaluation_id) references evaluations,
  check (state = 'met' or reason <> '')
);

-- What an evaluator saw or heard; the id is made where it was written, so that sending twice adds it once.
create table evaluation_notes (
  administration_id uuid not null,
  evaluation_id uuid not null,
  note_id uuid not null,
  element_id text check (length(element_id) between 1 and 60),
  kind text not null check (kind in ('observation', 'interview')),
  words text not null check (length(words) between 1 and 4000),
  noted_at timestamptz not null,
  taken_at timestamptz not null,
  noted_by uuid not null references accounts,
  primary key (administration_id, evaluation_id, note_id),
  foreign key (administration_id, evaluation_id) references evaluations
);
create trigger evaluation_notes_append_only before update or delete on evaluation_notes
  for each row execute function refuse_change();

create function keep_signed_evaluation() returns trigger language plpgsql as $$
begin
  if old.state = 'signed' then raise exception 'a signed evaluation stays as it is'; end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
create trigger evaluations_keep_signed before update or delete on evaluations
  for each row execute function keep_signed_evaluation();

create function keep_marks_of_signed_evaluation() returns trigger language plpgsql as $$
begin
  if exists (
    select from evaluations
    where administration_id = coalesce(new.administration_id, old.administration_id)
      and evaluation_id = coalesce(new.evaluation_id, old.evaluation_id) and state = 'signed'
  ) then raise exception 'a signed evaluation stays as it is'; end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
create trigger evaluation_marks_keep_signed before insert or update or delete on evaluation_marks
  for each row execute function keep_marks_of_signed_evaluation();
create trigger evaluation_notes_keep_signed before insert on evaluation_notes
  for each row execute function keep_marks_of_signed_evaluation();

-- What a centre shows of an element in a year besides what the book proves: the files that a person added are about
-- this folder, and the tasks of who owes what is missing come out of it.
create table evaluation_folders (
  administration_id uuid not null references administrations,
  folder_id uuid not null,
  centre_id uuid not null,
  year integer not null check (year between 2000 and 2999),
  element_id text not null check (length(element_id) between 1 and 60),
  primary key (administration_id, folder_id),
  unique (administration_id, centre_id, year, element_id),
  foreign key (administration_id, centre_id) references centres
);
