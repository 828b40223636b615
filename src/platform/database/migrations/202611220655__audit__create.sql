-- Who looked at personal data and who changed what; only ever grows.
create table audit_log (
  audit_id bigint generated always as identity primary key,
  administration_id uuid,
  at timestamptz not null,
  account_id uuid,
  action text not null,
  case_id uuid,
  -- Ids and codes; never a name, a text or an address.
  details jsonb not null default '{}'
);
create index audit_log_of_case on audit_log (administration_id, case_id, at);
create index audit_log_of_account on audit_log (account_id, at);
create trigger audit_log_append_only before update or delete on audit_log
  for each row execute function refuse_change();
create trigger audit_log_no_truncate before truncate on audit_log
  for each statement execute function refuse_change();
