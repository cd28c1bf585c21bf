-- What production and purchasing are asked for a case about goods made to order: to stop, to go on, to make them anew.
create table aftersales.making_step (
    shop_id      text not null,
    id           uuid not null,
    case_id      uuid not null,
    line_id      text not null,
    title        text not null,
    position     integer not null,
    purpose      text not null check (purpose in ('STOP', 'RESUME', 'MAKE')),
    kind         text not null check (kind in ('PURCHASE', 'ENGRAVING', 'PACKAGING', 'GIFT_CARD', 'OTHER')),
    words        text,
    opened_at    timestamptz,
    due_at       timestamptz,
    escalated_at timestamptz,
    done_at      timestamptz,
    done_by      text,
    outcome      text check (outcome in ('DONE', 'STOPPED', 'TOO_LATE', 'FAILED', 'VOID')),
    cost_minor   bigint check (cost_minor >= 0),
    note         text,
    primary key (shop_id, id),
    check ((opened_at is null) = (due_at is null)),
    check ((done_at is null) = (done_by is null) and (done_at is null) = (outcome is null))
);

create index making_step_of_case on aftersales.making_step (shop_id, case_id, line_id, position);
create index making_step_due on aftersales.making_step (shop_id, due_at, id) where done_at is null and opened_at is not null;
create unique index one_open_making_step on aftersales.making_step (shop_id, case_id, line_id, purpose, kind, position) where done_at is null;

-- The last step of making is logistics': to hold back what is not wanted any more, to send what was made.
alter table aftersales.logistics_task drop constraint logistics_task_kind_check;
alter table aftersales.logistics_task add constraint logistics_task_kind_check
    check (kind in ('INTERCEPT', 'PICKUP', 'RESHIP', 'CHECK', 'CLAIM', 'RECEIVABLE', 'HOLD', 'DISPATCH'));
