-- When what nobody plans by hand falls due in a year, and when people are reminded. Null: nobody said.
create table improvement_terms (
  administration_id uuid primary key references administrations,
  report_days smallint check (report_days between 1 and 180),
  evaluation_month smallint check (evaluation_month between 1 and 12),
  remind_before smallint check (remind_before between 1 and 60),
  remind_after smallint check (remind_after between 1 and 60),
  set_at timestamptz not null,
  set_by uuid not null references accounts
);

-- Who was reminded of what, so that nobody is reminded twice of the same day.
create table improvement_reminders (
  administration_id uuid not null references administrations,
  account_id uuid not null references accounts,
  item text not null check (length(item) <= 200),
  on_day date not null,
  primary key (administration_id, account_id, item, on_day)
);
