-- Texts with which answers begin. Empty lists: for all.
create table answer_templates (
  administration_id uuid not null references administrations,
  template_id uuid not null,
  name text not null,
  body text not null,
  measures text not null default '',
  kinds text[] not null default '{}',
  service_ids uuid[] not null default '{}',
  language text,
  primary key (administration_id, template_id)
);

-- How often one was taken and when last, and not by whom. It outlives the text, so that undoing brings both back.
create table answer_template_uses (
  administration_id uuid not null references administrations,
  template_id uuid not null,
  used integer not null check (used > 0),
  last_used_at timestamptz not null,
  primary key (administration_id, template_id)
);
