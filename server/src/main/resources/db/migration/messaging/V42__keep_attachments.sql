-- Files that came with messages or leave with them. Their contents lie outside the database, each once for its shop, named by its hash.
create table messaging.stored_file (
    shop_id  text        not null,
    hash     text        not null,
    type     text        not null,
    bytes    bigint      not null,
    width    int,
    height   int,
    state    text        not null check (state in ('UNSCANNED', 'CLEAN', 'INFECTED')),
    finding  text,
    attempts int         not null default 0,
    next_at  timestamptz not null,
    at       timestamptz not null,
    primary key (shop_id, hash)
);
comment on column messaging.stored_file.finding is 'What the scanner found, or why it could not look.';
comment on column messaging.stored_file.width is 'Of a picture that we wrote anew, and therefore show.';
create index stored_file_to_scan on messaging.stored_file (next_at, hash) where state = 'UNSCANNED';
create index stored_file_by_age on messaging.stored_file (at);

create table messaging.attachment (
    shop_id  text        not null,
    id       uuid        not null,
    owner    text        not null,
    name     text        not null,
    hash     text,
    source   text,
    trusted  boolean     not null,
    trouble  text,
    about    text,
    attempts int         not null default 0,
    next_at  timestamptz not null,
    at       timestamptz not null,
    primary key (shop_id, id)
);
comment on column messaging.attachment.name is 'personal';
comment on column messaging.attachment.source is 'Where a channel has it, until it is fetched.';
comment on column messaging.attachment.trusted is 'The source is at the channel''s own host.';
comment on column messaging.attachment.trouble is 'Why it is not kept.';
comment on column messaging.attachment.about is 'What it belongs to, such as conversation:…; null while nobody uses it.';
create index attachment_by_content on messaging.attachment (shop_id, hash) where hash is not null;
create index attachment_to_fetch on messaging.attachment (next_at, id) where hash is null and trouble is null;
create index attachment_unused on messaging.attachment (at) where about is null;
