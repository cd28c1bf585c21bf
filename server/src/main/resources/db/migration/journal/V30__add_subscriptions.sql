-- Programs that are told of what happens in a shop, by a signed web hook.
create table journal.subscription (
    shop_id       text        not null,
    id            uuid        not null,
    url           text        not null,
    types         text[]      not null,
    version       int         not null,
    secret        bytea       not null,
    old_secret    bytea,
    old_until     timestamptz,
    active        boolean     not null,
    disabled_why  text,
    failing_since timestamptz,
    failures      int         not null default 0,
    created_by    text        not null,
    created_at    timestamptz not null,
    changed_at    timestamptz not null,
    primary key (shop_id, id)
);
comment on column journal.subscription.secret is 'sealed';
comment on column journal.subscription.old_secret is 'sealed; signs too until old_until, so that there is time to change over';

create table journal.delivery (
    shop_id      text        not null,
    id           uuid        not null,
    subscription uuid        not null,
    event        text        not null,
    copy         text        not null default '',
    type         text        not null,
    subject      text        not null,
    body         text        not null,
    state        text        not null check (state in ('WAITING', 'DELIVERED', 'GIVEN_UP')),
    attempts     int         not null default 0,
    next_at      timestamptz not null,
    status       int,
    trouble      text,
    millis       int,
    created_at   timestamptz not null,
    done_at      timestamptz,
    primary key (shop_id, id),
    -- One event is one delivery of a subscription, however often the event is heard; a copy is somebody's wish.
    unique (shop_id, subscription, event, copy),
    foreign key (shop_id, subscription) references journal.subscription on delete cascade
);
comment on column journal.delivery.body is 'personal as far as the event is';

create index delivery_due on journal.delivery (next_at) where state = 'WAITING';
create index delivery_log on journal.delivery (shop_id, subscription, created_at, id);
create index delivery_by_age on journal.delivery (created_at) where state <> 'WAITING';
