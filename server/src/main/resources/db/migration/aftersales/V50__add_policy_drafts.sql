-- A version is published, or takes an earlier one up again; one that has not begun can be withdrawn. Its document never changes.
alter table aftersales.policy_version
    add column kind         text not null default 'PUBLISHED' check (kind in ('PUBLISHED', 'ROLLED_BACK')),
    add column restored     int,
    add column note         text,
    add column withdrawn_by text,
    add column withdrawn_at timestamptz;

create function aftersales.policy_version_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or (new.shop_id, new.version, new.document, new.from_at, new.published_by, new.published_at)
            is distinct from (old.shop_id, old.version, old.document, old.from_at, old.published_by, old.published_at)
            or old.withdrawn_at is not null then
        raise exception 'a published policy stays as it is' using errcode = 'restrict_violation';
    end if;
    return new;
end;
$$;
create trigger policy_version_stays before update or delete on aftersales.policy_version
    for each row execute function aftersales.policy_version_stays();

-- What is being written: kept as it was typed, so it may be wrong; authors say who changed which place last.
create table aftersales.policy_draft (
    shop_id      text        not null primary key,
    revision     int         not null check (revision > 0),
    base_version int         not null,
    document     jsonb       not null,
    authors      jsonb       not null default '{}',
    changed_by   text        not null,
    changed_at   timestamptz not null
);

-- Who changed what, when: one row for each place that a version changed.
create table aftersales.policy_change (
    shop_id text        not null,
    seq     bigint      not null generated always as identity,
    version int         not null,
    act     text        not null check (act in ('PUBLISHED', 'ROLLED_BACK', 'WITHDRAWN')),
    pointer text,
    was     jsonb,
    becomes jsonb,
    author  text        not null,
    actor   text        not null,
    at      timestamptz not null,
    primary key (shop_id, seq)
);
create trigger policy_change_is_insert_only before update or delete on aftersales.policy_change
    for each row execute function kernel.refuse_change();

-- A draft tried on past cases, in the background.
create table aftersales.policy_trial (
    shop_id      text        not null,
    id           uuid        not null,
    state        text        not null check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED')),
    document     jsonb       not null,
    against      int         not null,
    most         int         not null check (most > 0),
    total        int         not null default 0,
    done         int         not null default 0,
    differing    int         not null default 0,
    unreadable   int         not null default 0,
    reached_at   timestamptz,                          -- where the next batch goes on, newest first
    reached_id   uuid,
    requested_by text        not null,
    requested_at timestamptz not null,
    ended_at     timestamptz,
    primary key (shop_id, id)
);
create index policy_trial_waits on aftersales.policy_trial (requested_at) where state in ('WAITING', 'RUNNING');

create table aftersales.policy_trial_difference (
    shop_id  text not null,
    trial_id uuid not null,
    place    int  not null,
    case_id  uuid not null,
    before   jsonb not null,
    after    jsonb not null,
    primary key (shop_id, trial_id, place),
    foreign key (shop_id, trial_id) references aftersales.policy_trial (shop_id, id) on delete cascade
);
