create extension if not exists unaccent;

-- Spanish stems, found with or without accents.
create text search configuration libro_es (copy = pg_catalog.spanish);
alter text search configuration libro_es
  alter mapping for hword, hword_part, word with unaccent, spanish_stem;

-- Tables that carry this trigger only ever grow, whoever asks.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'table % is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
