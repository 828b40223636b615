-- A bounce names nothing but the letter.
create index notices_by_id on notices (notice_id);
