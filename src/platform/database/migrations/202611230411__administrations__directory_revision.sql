-- Whoever is at work is told with their session at which revision the rules of each book stand.
create or replace view administration_directory as
  select administration_id, slug, name, time_zone, languages, revision from administrations;
