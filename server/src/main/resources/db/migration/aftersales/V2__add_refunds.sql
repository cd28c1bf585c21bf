-- What was paid for an order by one means of payment, and where it has gone; the check is the cap under any concurrency.
create table aftersales.payment_account (
    shop_id           text   not null,
    order_no          text   not null,
    tender            text   not null,
    currency          text   not null,
    pay_txn_id        text,
    paid_minor        bigint not null check (paid_minor >= 0),
    refunded_minor    bigint not null default 0 check (refunded_minor >= 0),
    compensated_minor bigint not null default 0 check (compensated_minor >= 0),
    reserved_minor    bigint not null default 0 check (reserved_minor >= 0),
    primary key (shop_id, order_no, tender),
    constraint never_more_back_than_paid check (refunded_minor + compensated_minor + reserved_minor <= paid_minor)
);

-- Stored and committed before the gateway hears of it; its number is its own for ever.
create table aftersales.refund_intent (
    shop_id       text        not null,
    out_refund_no text        not null,
    case_id       uuid        not null,
    order_no      text        not null,
    tender        text        not null,
    kind          text        not null check (kind in ('REFUND', 'COMPENSATION', 'PRICE_PROTECT')),
    pay_txn_id    text,
    amount_minor  bigint      not null check (amount_minor > 0),
    currency      text        not null,
    status        text        not null check (status in ('INIT', 'SENT', 'UNKNOWN', 'SUCCEEDED', 'FAILED_FINAL')),
    attempts      int         not null default 0,
    next_query_at timestamptz,
    gateway       text        not null,
    gateway_no    text,
    trouble       text,
    created_at    timestamptz not null,
    changed_at    timestamptz not null,
    primary key (shop_id, out_refund_no),
    unique (out_refund_no)
);

create index refund_intent_of_case on aftersales.refund_intent (shop_id, case_id);
create index refund_intent_due on aftersales.refund_intent (next_query_at) where status in ('INIT', 'SENT', 'UNKNOWN');

-- A final status stays; no intent is ever deleted or renumbered.
create function aftersales.keep_intent_monotone() returns trigger language plpgsql as $$
begin
    if old.status in ('SUCCEEDED', 'FAILED_FINAL') and new.status <> old.status then
        raise exception 'refund intent % is % for ever', old.out_refund_no, old.status using errcode = 'restrict_violation';
    end if;
    if (new.amount_minor, new.currency, new.tender, new.out_refund_no, new.order_no, new.kind, new.case_id)
       is distinct from (old.amount_minor, old.currency, old.tender, old.out_refund_no, old.order_no, old.kind, old.case_id) then
        raise exception 'what refund intent % says is never changed', old.out_refund_no using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger refund_intent_is_monotone before update on aftersales.refund_intent
    for each row execute function aftersales.keep_intent_monotone();

create trigger refund_intent_stays before delete on aftersales.refund_intent
    for each row execute function kernel.refuse_change();
