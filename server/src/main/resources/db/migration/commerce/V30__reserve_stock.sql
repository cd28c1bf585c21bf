-- What is promised of what is there. The store '' is the warehouse: its counts come with the orders.
alter table commerce.store_stock add column reserved int not null default 0 check (reserved >= 0);
alter table commerce.store_stock add column moved_at timestamptz;

comment on column commerce.store_stock.reserved is 'Promised to cases; a count below it is the truth all the same, and the next reservation fails.';
comment on column commerce.store_stock.moved_at is 'When something last went in or out; a count from before it is not taken.';

create table commerce.stock_reservation (
    shop_id     text        not null,
    id          uuid        not null,
    store_id    text        not null,
    sku         text        not null,
    qty         int         not null check (qty > 0),
    reserved_at timestamptz not null,
    ended_at    timestamptz,
    outcome     text check (outcome in ('RELEASED', 'TAKEN')),
    primary key (shop_id, id, sku),
    check ((ended_at is null) = (outcome is null))
);

-- Every unit that went in or out because of a case, once.
create table commerce.stock_move (
    shop_id  text        not null,
    id       uuid        not null,
    store_id text        not null,
    sku      text        not null,
    qty      int         not null check (qty <> 0),
    at       timestamptz not null,
    primary key (shop_id, id, store_id, sku)
);

create trigger stock_move_stays before update or delete on commerce.stock_move
    for each row execute function kernel.refuse_change();

alter table commerce.parcel add column direction text not null default 'OUTBOUND'
      check (direction in ('OUTBOUND', 'RETURN', 'REPLACEMENT'));

comment on column commerce.parcel.direction is 'Only outbound parcels tell how far an order has got; after-sales says of a parcel that it is another.';
