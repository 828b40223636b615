-- The head of a centre approves the answers of the centre's staff only where the administration delegates it.
alter table centres add column head_approves boolean not null default false;
