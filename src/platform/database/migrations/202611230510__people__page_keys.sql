-- Single letters that act on a page are off until the person wants them (WCAG 2.1.4).
alter table accounts add column page_keys boolean not null default false;
