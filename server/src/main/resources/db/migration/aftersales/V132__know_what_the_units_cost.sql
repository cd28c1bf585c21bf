-- What was paid for the units that are asked about: by it the amount of a case is spread over its lines, again whenever it changes.
alter table aftersales.case_line add column paid_minor bigint not null default 0 check (paid_minor >= 0);
update aftersales.case_line set paid_minor = refund_minor;
