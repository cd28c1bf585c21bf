-- E-mail as a channel: how far each mailbox is read and by whom, and what became of each mail.
alter table messaging.inbound_channel drop constraint inbound_channel_kind_check;
alter table messaging.inbound_channel
    add constraint inbound_channel_kind_check check (kind in ('WEBHOOK', 'WEB_CHAT', 'EMAIL'));

create table messaging.mailbox (
    channel      text        not null primary key,
    shop_id      text        not null,
    account      text,
    uid_validity bigint,
    last_uid     bigint      not null,
    since        timestamptz not null,
    holder       uuid,
    held_until   timestamptz not null,
    next_at      timestamptz not null,
    stuck_uid    bigint      not null default 0,
    stuck_tries  int         not null default 0,
    polled_at    timestamptz,
    idle         boolean     not null default false,
    trouble      text,
    trouble_text text,
    trouble_at   timestamptz,
    tries        int         not null default 0
) with (fillfactor = 50);
comment on column messaging.mailbox.holder is 'The one process that reads it, until held_until.';
comment on column messaging.mailbox.since is 'Mails that were there before are not taken.';

create table messaging.mail_log (
    channel      text        not null,
    message_id   text        not null,
    shop_id      text        not null,
    sender       text        not null,
    subject      text        not null,
    sort         text        not null,
    refs         text[]      not null,
    conversation uuid,
    at           timestamptz not null,
    primary key (channel, message_id)
);
comment on column messaging.mail_log.sender is 'personal';
comment on column messaging.mail_log.subject is 'personal';
comment on column messaging.mail_log.refs is 'What it answers, the nearest first.';
create index mail_of_sender on messaging.mail_log (channel, sender, at);
create index mail_set_aside on messaging.mail_log (shop_id, channel, at) where sort <> 'PERSON';
create index mail_by_age on messaging.mail_log (at);
