-- Of the categories under which reports of corruption are counted; none: it is not said.
alter table corruption_risks add column category text check (category ~ '^[a-z_]+$');
