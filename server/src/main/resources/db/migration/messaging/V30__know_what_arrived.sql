-- Push beside mail and SMS, what a message is about, and what its channel reports of it later.
alter table messaging.outbound drop constraint outbound_channel_check;
alter table messaging.outbound
    add constraint outbound_channel_check check (channel in ('EMAIL', 'SMS', 'WEB_PUSH', 'APP_PUSH')),
    add column about        text,
    add column extras       json,
    add column reference    text,
    add column delivered_at timestamptz,
    add column read_at      timestamptz,
    add column trouble_code text;
comment on column messaging.outbound.about is 'What it is about, such as case:…';
comment on column messaging.outbound.extras is 'personal; what single channels need beside the text';
comment on column messaging.outbound.reference is 'How the channel names it in its receipts.';

create index outbound_about on messaging.outbound (shop_id, about, created_at, id) where about is not null;
create index outbound_by_reference on messaging.outbound (shop_id, reference) where reference is not null;
