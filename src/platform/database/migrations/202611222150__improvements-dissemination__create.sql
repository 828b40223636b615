-- What the staff is told and has to know: a protocol, a code, a project, a result. What was sent does not change.
create table improvement_disseminations (
  administration_id uuid not null references administrations,
  dissemination_id uuid not null,
  -- None: to the staff of all centres.
  centre_id uuid,
  subject text not null check (subject in (
    'protocol', 'ethics', 'conduct', 'window_guidelines', 'project', 'gaps', 'results', 'order', 'practice', 'other'
  )),
  -- The project, the gap analysis … that it is about.
  about_id text check (length(about_id) between 1 and 80),
  title text not null check (length(title) between 1 and 160),
  -- Which version of the document.
  edition text not null default '' check (length(edition) <= 60),
  body text not null default '' check (length(body) <= 20000),
  link text not null default '' check (length(link) <= 500),
  -- Roles; none: everybody.
  audience text[] not null,
  how text not null check (length(how) between 1 and 400),
  begun_on date not null,
  due_on date not null,
  -- Questions with their answers and the right one.
  quiz jsonb not null,
  -- People without an account who signed the list on paper.
  on_paper integer not null default 0 check (on_paper between 0 and 10000),
  made_at timestamptz not null,
  made_by uuid not null references accounts,
  primary key (administration_id, dissemination_id),
  foreign key (administration_id, centre_id) references centres,
  check (due_on >= begun_on),
  check (body <> '' or link <> '')
);
create index improvement_disseminations_by_day on improvement_disseminations (administration_id, begun_on);

-- Who said that they read it; where there are questions, only with the right answers.
create table improvement_readings (
  administration_id uuid not null,
  dissemination_id uuid not null,
  account_id uuid not null references accounts,
  read_at timestamptz not null,
  primary key (administration_id, dissemination_id, account_id),
  foreign key (administration_id, dissemination_id) references improvement_disseminations
);
create trigger improvement_readings_append_only before update or delete on improvement_readings
  for each row execute function refuse_change();
