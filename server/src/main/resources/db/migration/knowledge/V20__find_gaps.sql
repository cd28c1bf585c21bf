-- What customers asked and whether anything answered it; what was not answered, gathered by meaning.
create table knowledge.asked (
    shop_id  text        not null,
    id       uuid        not null,
    source   text        not null check (source in ('CONVERSATION', 'HELP_CENTRE', 'ANSWERS')),
    language text        not null,
    text     text        not null,
    reply    text,
    answered boolean     not null,
    gap_id   uuid,
    at       timestamptz not null,
    primary key (shop_id, id)
);
comment on table knowledge.asked is 'The same question on the same day is one row, wherever it was asked.';
comment on column knowledge.asked.text is 'personal data taken out';
comment on column knowledge.asked.reply is 'what an agent answered; personal data taken out';
create index asked_by_time on knowledge.asked (shop_id, at);
create index asked_of_gap on knowledge.asked (shop_id, gap_id, at) where gap_id is not null;
create index asked_by_age on knowledge.asked (at);

create table knowledge.gap (
    shop_id    text        not null,
    id         uuid        not null,
    language   text        not null,
    name       text        not null,
    example    text        not null,
    centre     bytea       not null,
    asked      int         not null,
    state      text        not null check (state in ('OPEN', 'DRAFTED', 'DISMISSED')),
    kind       text check (kind in ('ARTICLE', 'INTENT')),
    article_id uuid,
    intent     text,
    acted_by   text,
    acted_at   timestamptz,
    found_at   timestamptz not null,
    seen_at    timestamptz not null,
    primary key (shop_id, id)
);
comment on column knowledge.gap.centre is 'the mean of the meanings of its questions';
comment on column knowledge.gap.asked is 'unanswered questions of the last four weeks';
create index gap_largest on knowledge.gap (shop_id, state, asked desc, id);

create table knowledge.mining (
    shop_id   text primary key,
    wanted    boolean     not null default false,
    leased_until timestamptz,
    mined_at  timestamptz,
    questions int         not null default 0,
    answered  int         not null default 0
);
