create table messaging.outbound (
    id         uuid        not null primary key,
    dedupe_key text        not null unique,
    shop_id    text,
    channel    text        not null check (channel in ('EMAIL', 'SMS')),
    recipient  text        not null,
    subject    text        not null,
    body       text,
    secret     boolean     not null,
    state      text        not null check (state in ('WAITING', 'WAITING_FOR_CHANNEL', 'SENT', 'FAILED', 'EXPIRED')),
    via        text,
    attempts   integer     not null default 0,
    next_at    timestamptz not null,
    good_until timestamptz,
    last_error text,
    sent_at    timestamptz,
    created_at timestamptz not null
);
comment on table messaging.outbound is 'Every message that was to leave the house, and what became of it.';
comment on column messaging.outbound.recipient is 'personal';
comment on column messaging.outbound.body is 'personal; null once a secret one has gone out';

create index outbound_due on messaging.outbound (next_at, id) where state = 'WAITING';
create index outbound_without_channel on messaging.outbound (channel) where state = 'WAITING_FOR_CHANNEL';
create index outbound_by_shop on messaging.outbound (shop_id, created_at, id);
create index outbound_by_time on messaging.outbound (created_at, id);
