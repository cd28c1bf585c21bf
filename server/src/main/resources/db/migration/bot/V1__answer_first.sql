-- Whether, where and how a shop's bot answers.
create table bot.settings (
    shop_id    text        primary key,
    version    int         not null,
    document   json        not null,
    changed_by text        not null,
    changed_at timestamptz not null
);

-- A customer's word that is to be answered: once, whoever hears of it and however often.
create table bot.turn (
    shop_id         text        not null,
    message_id      uuid        not null,
    conversation_id uuid        not null,
    seq             int         not null,
    heard_at        timestamptz not null,
    state           text        not null check (state in ('OPEN', 'ANSWERED', 'HANDED_OVER', 'LEFT')),
    tries           int         not null default 0,
    lease_until     timestamptz,
    trouble         text,
    ended_at        timestamptz,
    primary key (shop_id, message_id)
);
create index turn_to_take on bot.turn (heard_at) where state = 'OPEN';
create index turn_of_conversation on bot.turn (shop_id, conversation_id, seq) where state = 'OPEN';
create index turn_by_age on bot.turn (ended_at) where state <> 'OPEN';
comment on table bot.turn is 'LEFT: people had the conversation by then.';

-- What a dialogue has come to. Lives as long as its conversation is talked about.
create table bot.dialogue (
    shop_id         text        not null,
    conversation_id uuid        not null,
    profile_id      uuid        not null,
    memory          json        not null,
    began_at        timestamptz not null,
    last_at         timestamptz not null,
    turns           int         not null,
    answers         int         not null,
    handed_at       timestamptz,
    handed_why      text,
    summary         json,
    ended_at        timestamptz,
    wrong_at        timestamptz,
    wrong_by        text,
    looped          boolean     not null default false,
    primary key (shop_id, conversation_id)
);
comment on column bot.dialogue.memory is 'personal';
comment on column bot.dialogue.summary is 'personal';
create index dialogue_by_day on bot.dialogue (shop_id, began_at);
create index dialogue_of_profile on bot.dialogue (shop_id, profile_id, began_at);

-- Flows as data: what is worked on, what was published, and which of it is in force.
create table bot.flow_draft (
    shop_id    text        primary key,
    version    int         not null,
    document   json        not null,
    changed_by text        not null,
    changed_at timestamptz not null
);
create table bot.flow (
    shop_id      text        not null,
    version      int         not null,
    document     json        not null,
    note         text,
    published_by text        not null,
    published_at timestamptz not null,
    primary key (shop_id, version)
);
create table bot.flow_in_force (
    shop_id text primary key,
    version int  not null
);
comment on column bot.flow_in_force.version is 'Without a row, or 0: the flows that come with the product.';

-- Conversations that a shop wants to go the same way after every change of its flows.
create table bot.recording (
    shop_id    text        not null,
    id         uuid        not null,
    name       text        not null,
    customer   text,
    said       json        not null,
    expected   json        not null,
    changed_by text        not null,
    changed_at timestamptz not null,
    primary key (shop_id, id)
);
comment on column bot.recording.customer is 'personal';
comment on column bot.recording.said is 'personal';
comment on column bot.recording.expected is 'personal';
