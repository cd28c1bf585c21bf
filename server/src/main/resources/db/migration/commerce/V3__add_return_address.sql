-- Where customers send goods back to: {name, phone, address}, each text in both languages; null until the shop says so.
alter table commerce.shop add column return_address jsonb;
