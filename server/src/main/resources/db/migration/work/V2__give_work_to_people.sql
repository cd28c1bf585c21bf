-- Who is there, what they can do, and what waits for them.
create table work.routing (
    shop_id    text        not null primary key,
    version    int         not null,
    document   json        not null,
    changed_by text        not null,
    changed_at timestamptz not null
);
comment on table work.routing is 'The queues of a shop, and the rules by which work gets into one: the first that fits.';

create table work.skill (
    shop_id  text not null,
    staff_id uuid not null,
    skill    text not null,
    level    int  not null check (level between 0 and 5),
    until    timestamptz,
    primary key (shop_id, staff_id, skill)
);
comment on column work.skill.skill is 'A team, or a language as lang:ja.';
comment on column work.skill.level is '0 takes away what the team would give.';

create table work.capacity (
    staff_id uuid not null primary key,
    units    int  not null check (units between 1 and 100)
);

create table work.presence (
    staff_id uuid        not null primary key,
    name     text        not null,
    shops    text[],
    teams    text[]      not null,
    state    text        not null check (state in ('AVAILABLE', 'BUSY', 'BREAK', 'AWAY', 'OFFLINE')),
    since    timestamptz not null,
    seen_at  timestamptz not null,
    given_at timestamptz
) with (fillfactor = 50);
comment on column work.presence.name is 'personal';
comment on column work.presence.shops is 'As of the last sign of life; null is every shop.';
comment on column work.presence.given_at is 'When work was last given to them: who waited longest is next.';
create index presence_gone on work.presence (seen_at);

create table work.item (
    shop_id         text        not null,
    subject         text        not null,
    queue           text        not null,
    language        text,
    line            text        not null,
    rank            int         not null,
    weight          int         not null check (weight > 0),
    entered_at      timestamptz not null,
    asks_since      timestamptz,
    preferred       uuid,
    preferred_until timestamptz,
    return_seconds  int         not null,
    agent           uuid,
    given_at        timestamptz,
    primary key (shop_id, subject)
) with (fillfactor = 70);
comment on table work.item is 'What somebody must do now: without an agent it waits in its line.';
comment on column work.item.line is 'Everything in one line needs the same of an agent.';
comment on column work.item.asks_since is 'Since when somebody waits for an answer.';
comment on column work.item.preferred is 'Who alone gets it until preferred_until, when they are there.';

create index item_waiting on work.item (shop_id, line, rank desc, entered_at, subject) where agent is null;
create index item_kept on work.item (shop_id, line, preferred_until) where agent is null and preferred is not null;
create index item_of_agent on work.item (agent) include (weight) where agent is not null;
