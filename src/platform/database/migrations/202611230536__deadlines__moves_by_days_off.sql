-- What a change of the days off moved, the newest first.
create index clock_moves_by_days_off on clock_moves (administration_id, moved_at) where reason = 'calendar';
