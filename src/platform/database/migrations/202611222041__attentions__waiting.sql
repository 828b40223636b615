-- Where an office keeps a register: how long a person waited before being attended.
alter table attention_register add column waited integer check (waited between 0 and 1440);
