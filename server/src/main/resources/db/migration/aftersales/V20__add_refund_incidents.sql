-- Where our books and a gateway's differ, or it says something that contradicts what is final: finance's to look at.
create table aftersales.refund_incident (
    shop_id       text        not null,
    id            uuid        not null,
    kind          text        not null check (kind in ('OURS_ALONE', 'THEIRS_ALONE', 'AMOUNT_DIFFERS', 'PAID_AFTER_FAILURE',
                                                       'PAID_TWICE', 'FELL_BACK')),
    gateway       text        not null,
    out_refund_no text        not null,
    case_id       uuid,
    ours_minor    bigint,
    theirs_minor  bigint,
    currency      text,
    detail        text        not null,
    opened_at     timestamptz not null,
    closed_at     timestamptz,
    closed_by     text,
    note          text,
    primary key (shop_id, id),
    unique (shop_id, kind, gateway, out_refund_no),
    check ((closed_at is null) = (closed_by is null) and (closed_at is null) = (note is null))
);

create index refund_incident_open on aftersales.refund_incident (shop_id, opened_at, id) where closed_at is null;

create trigger refund_incident_stays before delete on aftersales.refund_incident
    for each row execute function kernel.refuse_change();

-- Money paid by bank because the gateway would not: one asks, another confirms it with the number of the voucher.
create table aftersales.offline_payment (
    shop_id      text        not null,
    id           uuid        not null,
    case_id      uuid        not null,
    amount_minor bigint      not null check (amount_minor > 0),
    currency     text        not null,
    account      bytea       not null,              -- sealed: name, bank, number
    account_hint text        not null,              -- what may be shown of it
    requested_by text        not null,
    requested_at timestamptz not null,
    decided_by   text,
    decided_at   timestamptz,
    voucher_no   text,
    refusal      text,
    primary key (shop_id, id),
    constraint maker_is_never_checker check (decided_by <> requested_by),
    check ((decided_by is null) = (decided_at is null)),
    check (decided_by is null or num_nonnulls(voucher_no, refusal) = 1),
    check (decided_by is not null or num_nonnulls(voucher_no, refusal) = 0)
);

create unique index one_open_offline_payment_of_a_case on aftersales.offline_payment (shop_id, case_id) where decided_at is null;
create unique index one_voucher_pays_once on aftersales.offline_payment (shop_id, voucher_no) where voucher_no is not null;

create function aftersales.keep_offline_payment() returns trigger language plpgsql as $$
begin
    if old.decided_at is not null
       or (new.amount_minor, new.currency, new.account, new.case_id, new.requested_by)
          is distinct from (old.amount_minor, old.currency, old.account, old.case_id, old.requested_by) then
        raise exception 'what offline payment % says is never changed', old.id using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger offline_payment_is_decided_once before update on aftersales.offline_payment
    for each row execute function aftersales.keep_offline_payment();

create trigger offline_payment_stays before delete on aftersales.offline_payment
    for each row execute function kernel.refuse_change();

-- What became of the money of an intent that failed: exactly one thing. Another intent, a payment by bank, or it had been paid after all.
create table aftersales.refund_successor (
    shop_id       text        not null,
    out_refund_no text        not null,
    next_no       text unique,
    payment_id    uuid,
    incident_id   uuid,
    actor         text        not null,
    at            timestamptz not null,
    primary key (shop_id, out_refund_no),
    foreign key (shop_id, out_refund_no) references aftersales.refund_intent,
    foreign key (shop_id, payment_id) references aftersales.offline_payment,
    foreign key (shop_id, incident_id) references aftersales.refund_incident,
    check (num_nonnulls(next_no, payment_id, incident_id) = 1)
);

create trigger refund_successor_stays before update or delete on aftersales.refund_successor
    for each row execute function kernel.refuse_change();

create function aftersales.only_failed_intents_have_successors() returns trigger language plpgsql as $$
begin
    perform 1 from aftersales.refund_intent i
      where i.shop_id = new.shop_id and i.out_refund_no = new.out_refund_no and i.status = 'FAILED_FINAL';
    if not found then
        raise exception 'refund intent % has not failed', new.out_refund_no using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger refund_successor_is_of_a_failed_intent before insert on aftersales.refund_successor
    for each row execute function aftersales.only_failed_intents_have_successors();

-- A final status stays, but for one that failed and was found paid: then the incident that says so stands beside it.
create or replace function aftersales.keep_intent_monotone() returns trigger language plpgsql as $$
begin
    if old.status in ('SUCCEEDED', 'FAILED_FINAL') and new.status <> old.status
       and not (old.status = 'FAILED_FINAL' and new.status = 'SUCCEEDED'
                and exists (select 1 from aftersales.refund_successor s
                             where s.shop_id = old.shop_id and s.out_refund_no = old.out_refund_no and s.incident_id is not null)) then
        raise exception 'refund intent % is % for ever', old.out_refund_no, old.status using errcode = 'restrict_violation';
    end if;
    if (new.amount_minor, new.currency, new.tender, new.out_refund_no, new.order_no, new.kind, new.case_id, new.gateway, new.pay_txn_id)
       is distinct from (old.amount_minor, old.currency, old.tender, old.out_refund_no, old.order_no, old.kind, old.case_id, old.gateway,
                         old.pay_txn_id) then
        raise exception 'what refund intent % says is never changed', old.out_refund_no using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

-- The gateways' bills as they were read, and which days are done.
create table aftersales.bill_line (
    shop_id       text   not null,
    gateway       text   not null,
    out_refund_no text   not null,
    day           date   not null,
    amount_minor  bigint not null,
    currency      text   not null,
    paid          bool   not null,
    primary key (shop_id, gateway, out_refund_no, day)
);

create table aftersales.bill_day (
    shop_id     text        not null,
    gateway     text        not null,
    day         date        not null,
    refunds     int         not null,
    differences int         not null,
    read_at     timestamptz not null,
    primary key (shop_id, gateway, day)
);

create index refund_intent_succeeded on aftersales.refund_intent (shop_id, gateway, changed_at) where status = 'SUCCEEDED';
create index refund_intent_unsure on aftersales.refund_intent (shop_id, created_at, out_refund_no) where status in ('SENT', 'UNKNOWN', 'FAILED_FINAL');
