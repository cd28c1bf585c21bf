-- Vectors of the texts that can be found, so that a start does not compute them again.
create table knowledge.meaning (
    shop_id     text  not null,
    language    text  not null,
    fingerprint uuid  not null,
    vector      bytea not null,
    primary key (shop_id, language, fingerprint)
);
