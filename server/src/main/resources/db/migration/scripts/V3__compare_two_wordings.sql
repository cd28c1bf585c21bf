-- Two scripts for one situation, told apart by conversation, compared by what came of them.
create table scripts.trial (
    shop_id    text        not null,
    id         uuid        not null,
    language   text        not null,
    first      text        not null,
    second     text        not null,
    started_by text        not null,
    started_at timestamptz not null,
    ended_at   timestamptz,
    primary key (shop_id, id)
);
create index trial_newest on scripts.trial (shop_id, started_at desc, id);
create index suggestion_of_script on scripts.suggestion (shop_id, key, language, shown_at) where outcome in ('USED', 'EDITED');
