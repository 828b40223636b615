-- Looks of some days, for their sums and their term.
create index audit_log_looks_by_day on audit_log (administration_id, at)
  where action like 'looked\_at\_%' and account_id is not null;

-- The log only grows, but for looks whose term is over: the transaction that erases them says until when.
create function refuse_change_of_audit() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.action like 'looked\_at\_%'
    and old.at < nullif(current_setting('audit.looks_until', true), '')::timestamptz
  then
    return old;
  end if;
  raise exception 'table % is append-only', tg_table_name using errcode = 'restrict_violation';
end
$$;
drop trigger audit_log_append_only on audit_log;
create trigger audit_log_append_only before update or delete on audit_log
  for each row execute function refuse_change_of_audit();
