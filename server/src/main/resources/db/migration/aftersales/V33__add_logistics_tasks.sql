-- What somebody has to do or find out with a carrier, and by when; a claim against it is one of them.
create table aftersales.logistics_task (
    shop_id      text        not null,
    id           uuid        not null,
    case_id      uuid        not null,
    kind         text        not null check (kind in ('INTERCEPT', 'PICKUP', 'RESHIP', 'CHECK', 'CLAIM', 'RECEIVABLE')),
    carrier      text,
    tracking_no  text,
    opened_at    timestamptz not null,
    due_at       timestamptz not null,
    amount_minor bigint check (amount_minor > 0),
    currency     text,
    escalated_at timestamptz,
    done_at      timestamptz,
    done_by      text,
    outcome      text check (outcome in ('DONE', 'FAILED', 'LOST', 'PAID', 'REFUSED', 'VOID')),
    answer_minor bigint check (answer_minor >= 0),
    note         text,
    primary key (shop_id, id),
    check ((done_at is null) = (done_by is null) and (done_at is null) = (outcome is null)),
    check (kind not in ('CLAIM', 'RECEIVABLE') or (amount_minor is not null and currency is not null))
);

create unique index one_open_logistics_task_of_a_kind on aftersales.logistics_task (shop_id, case_id, kind) where done_at is null;
create index logistics_task_due on aftersales.logistics_task (shop_id, kind, due_at, id) where done_at is null;

-- The parcel that was to bring the goods may bring back several cases; one that a customer sent proves one return.
alter table aftersales.return_shipment drop constraint return_shipment_shop_id_tracking_no_key;
create unique index one_parcel_proves_one_return on aftersales.return_shipment (shop_id, tracking_no) where mode <> 'CARRIER_RETURN';
create index return_shipment_by_number on aftersales.return_shipment (shop_id, tracking_no);
