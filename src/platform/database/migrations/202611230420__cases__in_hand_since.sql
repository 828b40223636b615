-- Since when whoever has a case in hand has had it: what a median of days in hand is counted from.
alter table cases add column in_hand_since timestamptz;
update cases set in_hand_since = (
  select max(happened_at) from case_events
  where case_events.administration_id = cases.administration_id and case_events.case_id = cases.case_id
    and case_events.details ->> 'handlerId' = cases.handler_id::text)
where is_open and handler_id is not null;
