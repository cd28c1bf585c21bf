-- How a shop reaches its payment gateway; what is secret is sealed with the installation's key.
create table payments.gateway_connection (
    shop_id    text        not null,
    kind       text        not null check (kind in ('WECHAT_PAY', 'ALIPAY', 'STRIPE')),
    version    int         not null,
    sealed     bytea       not null,
    changed_by text        not null,
    changed_at timestamptz not null,
    primary key (shop_id, kind)
);

-- One gateway for each means of payment of a shop.
create table payments.tender_route (
    shop_id text not null,
    tender  text not null,
    kind    text not null,
    primary key (shop_id, tender),
    foreign key (shop_id, kind) references payments.gateway_connection on delete cascade
);
