-- What a store has to do for a case; by when stands on the case.
create table aftersales.store_task (
    shop_id   text        not null,
    case_id   uuid        not null,
    seq       bigint      generated always as identity,
    opened_at timestamptz not null,
    kind      text        not null check (kind in ('CONFIRM', 'RECEIVE', 'HAND_OVER')),
    store_id  text        not null,
    done_at   timestamptz,
    done_by   text,
    outcome   text check (outcome in ('CONFIRMED', 'DENIED', 'RECEIVED', 'HANDED_OVER', 'LAPSED')),
    primary key (shop_id, case_id, seq),
    check ((done_at is null) = (done_by is null) and (done_at is null) = (outcome is null))
);

create unique index one_open_store_task_of_a_case on aftersales.store_task (shop_id, case_id) where done_at is null;
create index store_task_of_store on aftersales.store_task (shop_id, store_id, case_id) where done_at is null;
