-- By when somebody must be answered, and a matter be done: by the hours in which the shop works.
create table work.clock (
    shop_id    text        not null,
    subject    text        not null,
    kind       text        not null check (kind in ('FIRST_REPLY', 'NEXT_REPLY', 'RESOLUTION')),
    queue      text        not null,
    limit_ms   bigint      not null,
    used_ms    bigint      not null,
    began_at   timestamptz not null,
    since      timestamptz,
    due_at     timestamptz,
    near_at    timestamptz,
    warned_at  timestamptz,
    missed_at  timestamptz,
    done_at    timestamptz,
    primary key (shop_id, subject, kind)
) with (fillfactor = 70);
comment on column work.clock.used_ms is 'What it had used when it last began to run.';
comment on column work.clock.since is 'Since when it runs; null while it stands still.';
create index clock_missed on work.clock (shop_id, missed_at) where missed_at is not null;
create index clock_by_age on work.clock (done_at) where done_at is not null;
