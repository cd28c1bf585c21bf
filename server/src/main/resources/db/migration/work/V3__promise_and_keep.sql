-- What was said to those who wait, and how long they did.
alter table work.item
    add column promised_at      timestamptz,
    add column promised_seconds int,
    add column promised_place   int,
    add column reckoned_seconds double precision;
comment on column work.item.promised_seconds is 'The first estimate that was told, from promised_at on.';
comment on column work.item.reckoned_seconds is 'The same before it was corrected by how right the last ones were.';

create table work.served (
    shop_id          text        not null,
    queue            text        not null,
    line             text        not null,
    subject          text        not null,
    served_at        timestamptz not null,
    waited_ms        bigint      not null,
    promised_seconds int,
    promised_place   int,
    reckoned_seconds double precision,
    told_ms          bigint,
    primary key (shop_id, line, served_at, subject)
);
comment on column work.served.told_ms is 'How long it took from the promise on.';
comment on table work.served is 'Each time that something left its line because somebody got it.';
create index served_by_age on work.served (served_at);
create index served_by_queue on work.served (shop_id, served_at) include (queue);
