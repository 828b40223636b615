alter table routing_rules add column languages text[] not null default '{}';
