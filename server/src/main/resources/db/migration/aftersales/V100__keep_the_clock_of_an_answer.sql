-- A customer who waits for a person's words, since when, and by when they must have come.
create table aftersales.waiting_customer (
    shop_id text        not null,
    case_id uuid        not null,
    kind    text        not null check (kind in ('MESSAGE', 'PERSON')),
    since   timestamptz not null,
    due_at  timestamptz not null,
    late_at timestamptz,
    primary key (shop_id, case_id)
);
comment on column aftersales.waiting_customer.kind is 'PERSON: asked for a call or a talk, so money alone does not end it.';

create index waiting_customer_by_due on aftersales.waiting_customer (shop_id, due_at, case_id);

-- What was said on the phone: for staff, kept with the case.
create table aftersales.customer_call (
    shop_id text        not null,
    case_id uuid        not null,
    id      uuid        not null,
    note    text        not null,
    by      text        not null,
    at      timestamptz not null,
    primary key (shop_id, case_id, id)
);
