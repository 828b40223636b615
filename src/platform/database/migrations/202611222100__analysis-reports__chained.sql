-- A signed report is a link of the book's chain, as a batch of legacy cases is.
alter table filings drop constraint filings_link_check;
alter table filings add constraint filings_link_check
  check (link in ('case', 'legacy_batch', 'period_report'));
