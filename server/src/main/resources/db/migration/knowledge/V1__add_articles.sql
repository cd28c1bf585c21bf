-- What is true of a shop: articles with their versions, who looked at them, and whether they helped.
create table knowledge.edition (
    shop_id text   primary key,
    number  bigint not null
);
comment on table knowledge.edition is 'counts the changes of what is live; an index says which of them it knows';

create table knowledge.article (
    shop_id      text        not null,
    id           uuid        not null,
    kind         text        not null check (kind in ('FAQ', 'ARTICLE')),
    language     text        not null,
    question     text        not null,
    revision     int         not null,
    live_number  int,
    open_number  int,
    in_review    boolean     not null default false,
    proposed_by  text,
    proposed_in  uuid,
    accepted_at  timestamptz,
    fresh_days   int         not null,
    confirmed_by text,
    confirmed_at timestamptz,
    stale_at     timestamptz,
    used         int         not null default 0,
    helped       int         not null default 0,
    not_helped   int         not null default 0,
    last_used_at timestamptz,
    created_by   text        not null,
    created_at   timestamptz not null,
    changed_at   timestamptz not null,
    primary key (shop_id, id)
);
comment on column knowledge.article.question is 'that of the newest version, for lists';
comment on column knowledge.article.stale_at is 'until when it counts as true unless somebody confirms it; null while nothing is live';
comment on column knowledge.article.proposed_by is 'who proposed it at the desk, and gets the credit when it is accepted';
create index article_newest on knowledge.article (shop_id, changed_at desc, id desc);
create index article_live on knowledge.article (shop_id, language) where live_number is not null;

create table knowledge.version (
    shop_id      text        not null,
    article_id   uuid        not null,
    number       int         not null,
    question     text        not null,
    phrasings    text[]      not null,
    answer       text        not null,
    audience     text        not null check (audience in ('CUSTOMER', 'STAFF')),
    products     text[]      not null,
    valid_from   timestamptz,
    valid_until  timestamptz,
    authors      text[]      not null,
    written_at   timestamptz not null,
    submitted_by text,
    submitted_at timestamptz,
    reviewed_by  text,
    reviewed_at  timestamptz,
    approved     boolean,
    note         text,
    primary key (shop_id, article_id, number),
    foreign key (shop_id, article_id) references knowledge.article on delete cascade
);
comment on column knowledge.version.authors is 'everybody who wrote on it; none of them may approve it';

create table knowledge.article_use (
    shop_id      text        not null,
    article_id   uuid        not null,
    id           uuid        not null,
    place        text        not null check (place in ('DESK', 'HELP_CENTRE', 'BOT')),
    outcome      text        not null check (outcome in ('USED', 'HELPED', 'NOT_HELPED')),
    conversation uuid,
    actor        text        not null,
    at           timestamptz not null,
    primary key (shop_id, article_id, id),
    foreign key (shop_id, article_id) references knowledge.article on delete cascade
);
create index article_use_newest on knowledge.article_use (shop_id, article_id, at desc);
