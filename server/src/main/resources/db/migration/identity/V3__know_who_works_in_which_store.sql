-- Where somebody works. Nobody's rows: in every store of their shops.
create table identity.person_store (
    person_id uuid not null references identity.person,
    shop_id   text not null,
    store_id  text not null,
    primary key (person_id, shop_id, store_id)
);
