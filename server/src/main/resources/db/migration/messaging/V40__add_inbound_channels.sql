-- The channels on which customers write to a shop; secrets and addresses are sealed.
create table messaging.inbound_channel (
    id         text        not null primary key,
    shop_id    text        not null,
    kind       text        not null check (kind in ('WEBHOOK', 'WEB_CHAT')),
    name       text        not null,
    version    int         not null,
    sealed     bytea       not null,
    changed_by text        not null,
    changed_at timestamptz not null
);
create index inbound_channel_of_shop on messaging.inbound_channel (shop_id, id);
create unique index web_chat_of_shop on messaging.inbound_channel (shop_id) where kind = 'WEB_CHAT';
