-- In a table of a million rows a fifth is two hundred thousand: the usual share lets dead rows and unseen pages
-- pile up for weeks, and the desk's counts go back to the table for each row of those pages.
alter table cases set (
  autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 1000,
  autovacuum_vacuum_insert_scale_factor = 0.01, autovacuum_analyze_scale_factor = 0.01);
alter table clocks set (
  autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000,
  autovacuum_analyze_scale_factor = 0.02);
alter table answers set (autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.02);
alter table deliveries set (autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.02);

-- They only grow: frozen a little at a time instead of all at once when the counter of transactions asks for it.
alter table case_events set (autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_freeze_min_age = 1000000);
alter table filings set (autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_freeze_min_age = 1000000);
alter table case_contents set (autovacuum_vacuum_insert_scale_factor = 0.05);

-- Emptied as fast as they fill, or one row written over and over.
alter table case_marks set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
alter table books set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 200);

-- What was promised lately is looked up by the day on which its answer arrived.
create index deliveries_by_arrival on deliveries (administration_id, settled_at) where state = 'delivered';
