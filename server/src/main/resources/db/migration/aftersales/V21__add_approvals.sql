-- What a person signed for, so that one order and one day of one colleague have a limit together. The latest amount of a case counts.
create table aftersales.signature (
    shop_id   text        not null,
    case_id   uuid        not null,
    agent     uuid        not null,
    order_no  text        not null,
    cny_fen   bigint      not null check (cny_fen >= 0),
    day       date        not null,
    signed_at timestamptz not null,
    primary key (shop_id, case_id, agent)
);

create index signature_of_order on aftersales.signature (shop_id, order_no, signed_at);
create index signature_of_agent on aftersales.signature (shop_id, agent, day);

-- Somebody else's signature, asked for: by an agent whose authority does not reach, or by the inspection of goods of a high value.
create table aftersales.approval (
    shop_id       text        not null,
    id            uuid        not null,
    case_id       uuid        not null,
    state         text        not null check (state in ('IN_REVIEW', 'WAIT_APPROVAL')),
    amount_minor  bigint      not null check (amount_minor >= 0),
    signed_fen    bigint      not null check (signed_fen >= 0),    -- already signed for on the order, in CNY fen
    tier_required text        not null,
    requested_by  text        not null,
    requested_at  timestamptz not null,
    note          text,
    decided_by    text,
    decided_at    timestamptz,
    outcome       text check (outcome in ('APPROVED', 'DECLINED', 'WITHDRAWN')),
    answer        text,
    primary key (shop_id, id),
    constraint maker_is_never_checker check (outcome = 'WITHDRAWN' or decided_by <> requested_by),
    check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (outcome is null))
);

create unique index one_open_approval_of_a_case on aftersales.approval (shop_id, case_id) where decided_at is null;
create index approval_open on aftersales.approval (shop_id, requested_at, id) where decided_at is null;

create function aftersales.keep_approval() returns trigger language plpgsql as $$
begin
    if old.decided_at is not null then
        raise exception 'approval % was decided and stays', old.id using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger approval_is_decided_once before update on aftersales.approval
    for each row execute function aftersales.keep_approval();

create trigger approval_stays before delete on aftersales.approval
    for each row execute function kernel.refuse_change();

-- The bank takes the payment back by itself: while that is open, nothing is refunded beside it.
create table aftersales.chargeback (
    shop_id   text        not null,
    id        uuid        not null,
    order_no  text        not null,
    reference text        not null,
    opened_by text        not null,
    opened_at timestamptz not null,
    closed_by text,
    closed_at timestamptz,
    primary key (shop_id, id),
    unique (shop_id, reference),
    check ((closed_by is null) = (closed_at is null))
);

create index chargeback_open on aftersales.chargeback (shop_id, order_no) where closed_at is null;
