-- What staff add to a conversation, and what each of them has seen, typed and looks at.
alter table conversation.message
    add column event    json,
    add column delivery uuid;
comment on column conversation.message.event is 'Of an EVENT: what happened.';
comment on column conversation.message.delivery is 'The message in the outbox by which it leaves.';

create table conversation.seen (
    staff_id        uuid not null,
    shop_id         text not null,
    conversation_id uuid not null,
    seq             int  not null,
    primary key (staff_id, shop_id, conversation_id)
) with (fillfactor = 70);

create table conversation.draft (
    staff_id        uuid        not null,
    shop_id         text        not null,
    conversation_id uuid        not null,
    text            text        not null,
    changed_at      timestamptz not null,
    primary key (staff_id, shop_id, conversation_id)
);
comment on column conversation.draft.text is 'personal';
create index draft_by_age on conversation.draft (changed_at);

create table conversation.presence (
    shop_id         text        not null,
    conversation_id uuid        not null,
    staff_id        uuid        not null,
    name            text        not null,
    writing         boolean     not null,
    seen_at         timestamptz not null,
    primary key (shop_id, conversation_id, staff_id)
) with (fillfactor = 50);
create index presence_by_age on conversation.presence (seen_at);
