-- What agents were offered in a conversation, what they made of it, and how the customer felt afterwards.
create table scripts.suggestion (
    shop_id         text        not null,
    id              uuid        not null,
    conversation_id uuid        not null,
    seq             int         not null,
    key             text        not null,
    language        text        not null,
    number          int         not null,
    intent          text,
    emotion         text        not null,
    shown_at        timestamptz not null,
    taken_at        timestamptz,
    taken_text      text,
    outcome         text check (outcome in ('USED', 'EDITED', 'IGNORED')),
    answer_seq      int,
    decided_at      timestamptz,
    mood            text,
    mood_at         timestamptz,
    solved_at       timestamptz,
    primary key (shop_id, id)
);
comment on column scripts.suggestion.seq is 'the number of what the customer had said last';
comment on column scripts.suggestion.taken_text is 'personal; what was put into the answer, kept until the answer is sent';
create index suggestion_undecided on scripts.suggestion (shop_id, conversation_id) where outcome is null;
create index suggestion_followed on scripts.suggestion (shop_id, conversation_id) where outcome in ('USED', 'EDITED');
create index suggestion_by_age on scripts.suggestion (shown_at);

create table scripts.effect (
    shop_id  text not null,
    key      text not null,
    language text not null,
    used     int  not null default 0,
    edited   int  not null default 0,
    ignored  int  not null default 0,
    content  int  not null default 0,
    calm     int  not null default 0,
    upset    int  not null default 0,
    primary key (shop_id, key, language)
);
comment on table scripts.effect is 'How often each script was used, edited and ignored, and how customers felt who wrote after it; counted as it happens.';
