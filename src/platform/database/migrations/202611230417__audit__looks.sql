-- Looks at personal data of one administration, the newest first, without reading what else was done.
create index audit_log_looks on audit_log (administration_id, audit_id desc)
  where action like 'looked\_at\_%' and account_id is not null;
