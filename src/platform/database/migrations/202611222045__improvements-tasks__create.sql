-- Whatever somebody owes by a day, out of whatever it was promised.
create table improvement_tasks (
  administration_id uuid not null references administrations,
  task_id uuid not null,
  -- None: of all centres.
  centre_id uuid,
  origin text not null check (length(origin) between 1 and 40),
  origin_id text not null check (length(origin_id) between 1 and 80),
  what text not null check (length(what) between 1 and 400),
  owner_id uuid not null references accounts,
  due_on date not null,
  state text not null default 'open' check (state in ('open', 'done', 'dropped')),
  ended_on date,
  -- What shows that it was done, or why it was dropped.
  ended_with text not null default '' check (length(ended_with) <= 1000),
  version integer not null default 1 check (version > 0),
  primary key (administration_id, task_id),
  foreign key (administration_id, centre_id) references centres,
  check ((state = 'open') = (ended_on is null)),
  check ((state = 'open') = (ended_with = ''))
);
create index improvement_tasks_by_owner on improvement_tasks (administration_id, owner_id, state, due_on);
create index improvement_tasks_by_day on improvement_tasks (administration_id, due_on);
create index improvement_tasks_by_origin on improvement_tasks (administration_id, origin, origin_id);
-- A promise of an answer is drawn once, however often the job runs.
create unique index improvement_tasks_measure_once on improvement_tasks (administration_id, origin_id)
  where origin = 'measure';

-- Who planned it, handed it on, moved its day, did or dropped it; it only grows.
create table improvement_task_steps (
  administration_id uuid not null,
  task_id uuid not null,
  number integer not null check (number > 0),
  step text not null check (step in ('planned', 'handed', 'moved', 'done', 'dropped')),
  at timestamptz not null,
  -- None: drawn by itself.
  by_account uuid references accounts,
  owner_id uuid not null references accounts,
  due_on date not null,
  reason text not null default '' check (length(reason) <= 1000),
  primary key (administration_id, task_id, number),
  foreign key (administration_id, task_id) references improvement_tasks
);
create trigger improvement_task_steps_append_only before update or delete on improvement_task_steps
  for each row execute function refuse_change();

-- One letter a week to each person, and no second one when the job runs again.
create table improvement_letters (
  administration_id uuid not null references administrations,
  account_id uuid not null references accounts,
  monday date not null,
  primary key (administration_id, account_id, monday)
);
