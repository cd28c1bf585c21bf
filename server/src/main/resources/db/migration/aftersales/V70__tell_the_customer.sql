-- Wordings of a shop; the highest version counts, and one without a body is the shipped wording again.
create table aftersales.message_template (
    shop_id         text        not null,
    step            text        not null,
    channel         text        not null,
    lang            text        not null,
    version         int         not null check (version > 0),
    subject         text,
    body            text,
    vendor_template text,
    saved_by        text        not null,
    saved_at        timestamptz not null,
    primary key (shop_id, step, channel, lang, version)
);

create trigger message_template_is_insert_only before update on aftersales.message_template
    for each row execute function kernel.refuse_change();

-- How a shop tells: quiet hours, where its links lead, which step by which channels when not as shipped.
create table aftersales.telling (
    shop_id        text        not null primary key,
    version        int         not null,
    quiet_from     time,
    quiet_to       time,
    portal_address text,
    channels       jsonb       not null,
    changed_by     text        not null,
    changed_at     timestamptz not null
);

-- One row for each person, channel and thing to tell: told once, however often it is heard of.
create table aftersales.notice (
    shop_id    text        not null,
    case_id    uuid        not null,
    occurrence text        not null,
    channel    text        not null,
    recipient  text        not null,
    step       text        not null,
    lang       text        not null,
    template   int         not null,
    message_id uuid,
    because    text,
    told_by    text        not null,
    at         timestamptz not null,
    primary key (shop_id, case_id, occurrence, channel, recipient),
    check ((message_id is null) <> (because is null))
);
comment on column aftersales.notice.recipient is 'personal';
comment on column aftersales.notice.because is 'Why it was not told by this channel.';

-- Who wants no surveys and care messages; what concerns their own case is told nevertheless.
create table aftersales.unsubscription (
    shop_id     text        not null,
    customer_id text        not null,
    at          timestamptz not null,
    primary key (shop_id, customer_id)
);
