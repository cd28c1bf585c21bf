-- Whatever a shop sends carries the version and the time of its source; the newer one wins whatever order they
-- arrive in: greater source_version, then later source_time, then (same source, same moment) the greater fingerprint.
-- The shop is first in every key, so that the tables can be partitioned and sharded by it. No row refers to
-- commerce.shop by a foreign key: the lock that the check takes on the shop's row would meet every writer of the shop.

create table commerce.shop (
    id             text        not null primary key,
    name_zh        text        not null,
    name_en        text        not null,
    zone           text        not null,
    currency       text        not null,
    source_version bigint      not null,
    source_time    timestamptz,
    fingerprint    text        not null,
    changed_at     timestamptz not null
);

create table commerce.product (
    shop_id         text        not null,
    sku             text        not null,
    spu             text,
    title_zh        text        not null,
    title_en        text        not null,
    category        text        not null,
    attributes      jsonb       not null,
    exempt_class    text,
    warranty_days   int,
    promise_days    int,
    promises        jsonb       not null,
    list_price_minor bigint     not null check (list_price_minor >= 0),
    currency        text        not null,
    image_url       text,
    source_version  bigint      not null,
    source_time     timestamptz,
    fingerprint     text        not null,
    changed_at      timestamptz not null,
    primary key (shop_id, sku)
);

create index product_by_spu on commerce.product (shop_id, spu, sku);

create table commerce.shop_order (
    shop_id        text        not null,
    number         text        not null,
    customer_id    text,
    paid_at        timestamptz,
    listed_at      timestamptz not null,
    fulfil         text        not null,
    pay_status     text        not null,
    currency       text        not null,
    paid_minor     bigint      not null check (paid_minor >= 0),
    title          text,
    buyer_name     text,
    buyer_phone    text,
    buyer_email    text,
    document       jsonb       not null,
    source_version bigint      not null,
    source_time    timestamptz,
    fingerprint    text        not null,
    changed_at     timestamptz not null,
    primary key (shop_id, number)
);

comment on column commerce.shop_order.listed_at is 'When it was paid; for an unpaid order the time of its source. The order of every list.';
comment on column commerce.shop_order.document is 'The order in the words of the vocabulary, as the shop sent it; parcels are laid over it when it is read.';
comment on column commerce.shop_order.buyer_name is 'Personal data: the name of the person who bought.';
comment on column commerce.shop_order.buyer_phone is 'Personal data: the phone number given on the order.';
comment on column commerce.shop_order.buyer_email is 'Personal data: the e-mail address given on the order.';

create index shop_order_by_customer on commerce.shop_order (shop_id, customer_id, listed_at desc, number);
create index shop_order_by_time on commerce.shop_order (shop_id, listed_at desc, number);

create table commerce.parcel (
    shop_id        text        not null,
    tracking_no    text        not null,
    order_number   text        not null,
    carrier        text,
    shipped_at     timestamptz,
    status         text,
    last_trace_at  timestamptz,
    signed_at      timestamptz,
    signed_by      text,
    collected_at   timestamptz,
    traces         jsonb       not null,
    source_version bigint      not null,
    source_time    timestamptz,
    fingerprint    text        not null,
    changed_at     timestamptz not null,
    primary key (shop_id, tracking_no)
);

comment on table commerce.parcel is 'A parcel on its way to a customer. Its traces are a set that only grows; the columns from shipped_at to collected_at are read off them.';

create index parcel_by_order on commerce.parcel (shop_id, order_number);

create table commerce.store (
    shop_id        text        not null,
    id             text        not null,
    name_zh        text        not null,
    name_en        text        not null,
    city           text,
    address        text,
    phone          text,
    latitude       double precision,
    longitude      double precision,
    opens          text,
    open           boolean     not null,
    source_version bigint      not null,
    source_time    timestamptz,
    fingerprint    text        not null,
    changed_at     timestamptz not null,
    primary key (shop_id, id)
);

create table commerce.store_stock (
    shop_id    text        not null,
    store_id   text        not null,
    sku        text        not null,
    qty        int         not null check (qty >= 0),
    counted_at timestamptz not null,
    primary key (shop_id, store_id, sku)
);

comment on column commerce.store_stock.counted_at is 'When the store knew it; a later count wins, and the lower of two of the same moment.';

create index store_stock_by_sku on commerce.store_stock (shop_id, sku, store_id);

create table commerce.live_session (
    shop_id        text        not null,
    id             text        not null,
    title_zh       text        not null,
    title_en       text        not null,
    host           text,
    starts_at      timestamptz not null,
    ends_at        timestamptz,
    promise_days   int,
    promises       jsonb       not null,
    skus           jsonb       not null,
    source_version bigint      not null,
    source_time    timestamptz,
    fingerprint    text        not null,
    changed_at     timestamptz not null,
    primary key (shop_id, id)
);

create index live_session_by_time on commerce.live_session (shop_id, starts_at desc, id);

create table commerce.promotion (
    shop_id         text        not null,
    id              text        not null,
    name_zh         text        not null,
    name_en         text        not null,
    type            text        not null,
    threshold_minor bigint      not null check (threshold_minor >= 0),
    discount_minor  bigint      not null check (discount_minor >= 0),
    currency        text        not null,
    starts_at       timestamptz not null,
    ends_at         timestamptz not null,
    source_version  bigint      not null,
    source_time     timestamptz,
    fingerprint     text        not null,
    changed_at      timestamptz not null,
    primary key (shop_id, id)
);

create index promotion_by_time on commerce.promotion (shop_id, starts_at desc, id);

create table commerce.demo_load (
    began_at    timestamptz not null primary key,
    seed        bigint      not null,
    finished_at timestamptz
);

comment on table commerce.demo_load is 'One row once the demo shops were asked for; a load that was cut off is made again from the same moment and seed.';
