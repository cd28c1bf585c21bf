-- A platform's case and the one of ours that it is: exactly one, however often and in whatever order it is told.
create table aftersales.external_case (
    shop_id      text        not null,
    platform     text        not null,
    external_id  text        not null,
    case_id      uuid        not null,
    kind         text        not null,
    codes        text        not null,
    standing     text        not null,
    version      bigint      not null,
    amount_minor bigint      not null,
    currency     text        not null,
    tracking_no  text,
    changed_at   timestamptz not null,
    deadline_at  timestamptz,
    read_at      timestamptz not null,
    primary key (shop_id, platform, external_id),
    unique (shop_id, case_id)
);

-- What a platform is to be told, committed with its cause. UNKNOWN: it may have been told; the platform is asked before it is told again.
create table aftersales.errand (
    shop_id      text        not null,
    id           uuid        not null,
    case_id      uuid        not null,
    platform     text        not null,
    external_id  text        not null,
    verb         text        not null,
    detail       jsonb       not null,
    seen_codes   text        not null,              -- how the platform's case stood when it was decided
    amount_minor bigint,                            -- what was decided on, where money goes back
    status       text        not null check (status in ('WAITING', 'UNKNOWN', 'DONE', 'REFUSED', 'NOT_OFFERED', 'OVERTAKEN')),
    attempts     int         not null default 0,
    next_at      timestamptz not null,
    trouble      text,
    created_by   text        not null,
    created_at   timestamptz not null,
    settled_at   timestamptz,
    primary key (shop_id, id),
    check ((settled_at is null) = (status in ('WAITING', 'UNKNOWN')))
);

create index errand_due on aftersales.errand (next_at) where settled_at is null;
create index errand_of_case on aftersales.errand (shop_id, case_id, created_at);

create function aftersales.keep_errand_settled() returns trigger language plpgsql as $$
begin
    if old.settled_at is not null and new.status <> old.status then
        raise exception 'errand % is % for ever', old.id, old.status using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger errand_is_settled_once before update on aftersales.errand
    for each row execute function aftersales.keep_errand_settled();

-- Where a platform and we do not agree, or it says what nobody knows: a person's to look at. One open row each.
create table aftersales.platform_alert (
    shop_id     text        not null,
    id          uuid        not null,
    kind        text        not null,
    platform    text        not null,
    external_id text        not null,
    case_id     uuid,
    detail      text        not null,
    opened_at   timestamptz not null,
    closed_at   timestamptz,
    closed_by   text,
    note        text,
    primary key (shop_id, id),
    check ((closed_at is null) = (closed_by is null))
);

create unique index one_open_platform_alert on aftersales.platform_alert (shop_id, platform, external_id, kind) where closed_at is null;
create index platform_alert_open on aftersales.platform_alert (shop_id, opened_at, id) where closed_at is null;
create index platform_alert_of_case on aftersales.platform_alert (shop_id, case_id) where case_id is not null;
