-- Themes are looked for in quarters as well as in months; `month` is the first of either.
alter table theme_cases drop constraint theme_cases_administration_id_month_fkey;
alter table themes drop constraint themes_administration_id_month_fkey;
alter table themes drop constraint themes_pkey;
alter table theme_months drop constraint theme_months_pkey;

alter table theme_months add column months smallint not null default 1 check (months in (1, 3));
alter table themes add column months smallint not null default 1;
alter table theme_cases add column months smallint not null default 1;
alter table theme_months alter column months drop default;
alter table themes alter column months drop default;
alter table theme_cases alter column months drop default;

alter table theme_months add primary key (administration_id, month, months);
alter table themes add primary key (administration_id, month, months, theme_id);
alter table themes add foreign key (administration_id, month, months)
  references theme_months on delete cascade;
alter table theme_cases add foreign key (administration_id, month, months)
  references theme_months on delete cascade;

drop index theme_cases_of_month;
create index theme_cases_of_span on theme_cases (administration_id, month, months, theme_id, repeated);
