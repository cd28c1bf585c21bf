-- How a shop reaches whoever carries its messages: one for each channel; what is secret is sealed.
create table messaging.connection (
    shop_id    text        not null,
    channel    text        not null check (channel in ('SMS', 'WEB_PUSH', 'APP_PUSH')),
    kind       text        not null check (kind in ('ALIYUN_SMS', 'TENCENT_SMS', 'WEB_PUSH', 'APP_PUSH')),
    version    int         not null,
    sealed     bytea       not null,
    changed_by text        not null,
    changed_at timestamptz not null,
    primary key (shop_id, channel)
);

-- Browsers whose owners want to be told; the id is what a message has as its recipient.
create table messaging.push_subscription (
    id          uuid        not null primary key,
    shop_id     text        not null,
    customer_id text        not null,
    endpoint    text        not null,
    public_key  bytea       not null,
    auth        bytea       not null,
    added_at    timestamptz not null,
    unique (shop_id, endpoint)
);
comment on column messaging.push_subscription.endpoint is 'personal';

create index push_subscription_of_customer on messaging.push_subscription (shop_id, customer_id);
