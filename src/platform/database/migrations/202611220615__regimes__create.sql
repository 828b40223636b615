create table regimes (
  regime_code text not null,
  version integer not null,
  valid_from date not null,
  valid_until date,
  source text not null,
  document jsonb not null,
  loaded_at timestamptz not null,
  primary key (regime_code, version)
);
