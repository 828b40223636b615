-- Keys that a member has made and that the directory does not know yet.
create table member_set_ups (
  administration_id uuid not null,
  member_id text not null,
  -- The public half, with the member's own proof.
  record text not null,
  -- As the member's browser boxed it, boxed once more with the pepper.
  seed bytea not null,
  made_on date not null,
  primary key (administration_id, member_id)
);

-- The entry of the directory that is being signed; one at a time.
create table directory_drafts (
  administration_id uuid primary key,
  entry text not null,
  hash bytea not null check (length(hash) = 32),
  drafted_by uuid not null,
  drafted_on date not null
);

create table directory_signatures (
  administration_id uuid not null references directory_drafts on delete cascade,
  member_id text not null,
  signature text not null,
  primary key (administration_id, member_id)
);

do $$
declare name text;
begin
  foreach name in array array['member_set_ups', 'directory_drafts', 'directory_signatures']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format($policy$
      create policy asked_for on %I using (
        administration_id = nullif(current_setting('sealed.administration', true), '')::uuid
        or current_setting('sealed.every', true) = 'on'
      )$policy$, name);
  end loop;
end $$;
