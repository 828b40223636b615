-- By what rule each day off of a calendar comes round, and from which day of the year (mm-dd) whoever keeps
-- days is asked to confirm those of the next one. They come with the packs.
alter table calendars
  add column day_rules jsonb not null default '[]',
  add column confirm_from text check (confirm_from ~ '^\d\d-\d\d$'),
  -- The years whose days off an administration has confirmed: they are known even where the list has none.
  add column confirmed_years integer[] not null default '{}';
