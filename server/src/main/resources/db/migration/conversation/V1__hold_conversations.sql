-- One person, one matter, in the order in which it was said.
create table conversation.conversation (
    shop_id       text        not null,
    id            uuid        not null,
    profile_id    uuid        not null,
    customer_id   text,
    customer_name text,
    matter        text        not null,
    channel       text        not null,
    address       text        not null,
    state         text        not null check (state in ('OPEN', 'SNOOZED', 'CLOSED')),
    last_seq      int         not null,
    customer_seq  int         not null,
    waiting_since timestamptz,
    agent         uuid,
    team          text,
    tags          text[]      not null default '{}',
    facts         json        not null,
    lang          text,
    last_text     text        not null,
    last_from     text        not null,
    opened_at     timestamptz not null,
    last_at       timestamptz not null,
    snoozed_until timestamptz,
    closed_at     timestamptz,
    primary key (shop_id, id)
);
comment on column conversation.conversation.customer_name is 'personal';
comment on column conversation.conversation.address is 'personal';
comment on column conversation.conversation.last_text is 'personal';

create unique index one_open_conversation_for_a_matter on conversation.conversation (shop_id, profile_id, matter)
 where state <> 'CLOSED';
create index conversation_of_profile on conversation.conversation (shop_id, profile_id, last_at, id);

-- The lists of the desk, newest first; who waits longest, first.
create index conversation_by_time on conversation.conversation (shop_id, state, last_at, id);
create index conversation_of_agent on conversation.conversation (shop_id, agent, state, last_at, id) where agent is not null;
create index conversation_of_team on conversation.conversation (shop_id, team, state, last_at, id) where team is not null;
create index conversation_unassigned on conversation.conversation (shop_id, last_at, id) where state = 'OPEN' and agent is null;
create index conversation_waiting on conversation.conversation (shop_id, waiting_since, id) where state = 'OPEN' and waiting_since is not null;
create index conversation_by_channel on conversation.conversation (shop_id, channel, state, last_at, id);
create index conversation_to_wake on conversation.conversation (snoozed_until) where state = 'SNOOZED';

create table conversation.message (
    shop_id         text        not null,
    conversation_id uuid        not null,
    seq             int         not null,
    id              uuid        not null,
    kind            text        not null check (kind in ('CUSTOMER', 'STAFF', 'NOTE', 'EVENT')),
    author          text        not null,
    channel         text,
    external_id     text,
    text            text        not null,
    attachments     json,
    written_at      timestamptz not null,
    at              timestamptz not null,
    words           text[]      not null,
    primary key (shop_id, conversation_id, seq)
);
comment on column conversation.message.text is 'personal';
comment on column conversation.message.attachments is 'personal';
comment on column conversation.message.words is 'personal; what it is found by, with its shop and day';
comment on column conversation.message.id is 'Of a message that came by a channel it follows from channel and external id: once, however often it is sent.';

create unique index message_once on conversation.message (shop_id, id);
create index message_by_words on conversation.message using gin (words) with (gin_pending_list_limit = 512);

create table conversation.tally (
    shop_id text not null,
    heap    text not null,
    slot    int  not null,
    n       int  not null,
    primary key (shop_id, heap, slot)
) with (fillfactor = 50);
comment on table conversation.tally is 'How many conversations lie on each heap; the sum over the slots.';
