-- The languages of its regime in which it speaks with people; null: all of them.
alter table administrations add column spoken_languages text[];
