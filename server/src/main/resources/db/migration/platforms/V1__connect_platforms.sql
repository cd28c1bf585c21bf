-- How a shop reaches a platform; what is secret is sealed with the installation's key.
create table platforms.connection (
    shop_id    text        not null,
    platform   text        not null check (platform in ('TAOBAO', 'DOUDIAN', 'JD', 'KUAISHOU')),
    version    int         not null,
    paused     boolean     not null,
    sealed     bytea       not null,
    changed_by text        not null,
    changed_at timestamptz not null,
    primary key (shop_id, platform)
);

-- What a platform gave for those keys, to be renewed; of another version of the connection it is worth nothing.
create table platforms.token (
    shop_id            text        not null,
    platform           text        not null,
    connection_version int         not null,
    sealed             bytea       not null,
    changed_at         timestamptz not null,
    primary key (shop_id, platform),
    foreign key (shop_id, platform) references platforms.connection on delete cascade
);

-- How far each connection has been read. One node at a time holds the lease; a window is read to its end before the mark moves.
create table platforms.pull (
    shop_id       text        not null,
    platform      text        not null,
    mark          timestamptz not null,          -- every change before it has been seen
    window_from   timestamptz,
    window_to     timestamptz,
    cursor        text,
    next_at       timestamptz not null,
    lease         uuid,
    lease_until   timestamptz,
    failures      int         not null default 0,
    trouble       text,
    trouble_kind  text,
    succeeded_at  timestamptz,
    seen          bigint      not null default 0,
    primary key (shop_id, platform),
    foreign key (shop_id, platform) references platforms.connection on delete cascade,
    check ((window_from is null) = (window_to is null)),
    check ((lease is null) = (lease_until is null))
);

create index pull_due on platforms.pull (next_at);

-- Cases that are to be read one by one: told by web hook, or not taken at the first try. One row per case, however often it is told.
create table platforms.to_read (
    shop_id     text        not null,
    platform    text        not null,
    external_id text        not null,
    wish        bigint      not null default 1,  -- grows with every wish, so that one made meanwhile is not lost
    wanted_at   timestamptz not null,
    next_at     timestamptz not null,
    attempts    int         not null default 0,
    trouble     text,
    primary key (shop_id, platform, external_id)
);

create index to_read_due on platforms.to_read (next_at);

-- Messages heard by web hook, so that a replayed one is known.
create table platforms.hook_message (
    shop_id     text        not null,
    platform    text        not null,
    message_id  text        not null,
    received_at timestamptz not null,
    primary key (shop_id, platform, message_id)
);

create index hook_message_by_age on platforms.hook_message (received_at);
