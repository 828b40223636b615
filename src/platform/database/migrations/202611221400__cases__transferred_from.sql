-- The number that a filing had at the body that sent it on.
alter table case_origins
  add column transferred_from text check (length(transferred_from) between 1 and 80);
