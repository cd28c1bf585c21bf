-- What a shop says, over what is shipped: a row stands for a shop's own script, or lies over a shipped one.
create table scripts.script (
    shop_id      text        not null,
    key          text        not null,
    language     text        not null,
    revision     int         not null,
    live_number  int,
    open_number  int,
    last_number  int         not null default 0,
    in_review    boolean     not null default false,
    fresh_days   int         not null,
    confirmed_by text,
    confirmed_at timestamptz,
    stale_at     timestamptz,
    created_by   text        not null,
    created_at   timestamptz not null,
    changed_at   timestamptz not null,
    primary key (shop_id, key, language)
);
comment on column scripts.script.live_number is '0 is the shipped wording; null is none: it is taken away, or was never live';

create table scripts.version (
    shop_id      text        not null,
    key          text        not null,
    language     text        not null,
    number       int         not null check (number > 0),
    scene        text        not null,
    intents      text[]      not null,
    emotion      text        not null,
    tone         text        not null,
    channel      text        not null,
    state        text        not null,
    text         text        not null,
    authors      text[]      not null,
    written_at   timestamptz not null,
    submitted_by text,
    submitted_at timestamptz,
    reviewed_by  text,
    reviewed_at  timestamptz,
    approved     boolean,
    note         text,
    primary key (shop_id, key, language, number),
    foreign key (shop_id, key, language) references scripts.script on delete cascade
);
comment on column scripts.version.authors is 'everybody who wrote on it; none of them may approve it';

create table scripts.vote (
    shop_id  text        not null,
    key      text        not null,
    language text        not null,
    actor    text        not null,
    good     boolean     not null,
    reason   text,
    at       timestamptz not null,
    primary key (shop_id, key, language, actor)
);
comment on table scripts.vote is 'One word of each agent on each script; a later one takes the place of the earlier.';
