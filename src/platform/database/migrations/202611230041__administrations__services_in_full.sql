-- What people ask before they come: what a service costs, what to bring and how long it takes.
alter table services
  add column cost text check (length(cost) between 1 and 200),
  add column requirements text check (length(requirements) between 1 and 4000),
  add column term text check (length(term) between 1 and 200);
