-- One case is one order and one remedy for 1..n lines. Every table begins with the shop, so that it can be split by shop.
create sequence aftersales.case_number as bigint start 100001 cache 64;

create table aftersales.after_sale_case (
    shop_id             text        not null,
    id                  uuid        not null,
    no                  text        not null default 'AS' || nextval('aftersales.case_number'),
    order_no            text        not null,
    customer_id         text        not null,
    customer_name       text,                              -- personal data, masked when shown
    channel             text,
    live_session_id     text,
    title               text        not null,              -- the first item, for lists
    asked_type          text,
    type                text        not null,
    reason              text        not null,
    reason_text         text,
    lang                text        not null,
    state               text        not null,
    version             int         not null default 1,
    policy_version      int         not null,
    rule_id             text        not null,
    priority            smallint    not null,
    risk_score          smallint    not null,
    currency            text        not null,
    fx_to_cny           numeric     not null,
    refundable_minor    bigint      not null,
    approved_minor      bigint      not null default 0,
    refunded_minor      bigint      not null default 0,
    compensated_minor   bigint      not null default 0,
    freight_payer       text,
    tier_required       text,
    queue               text,
    flags               text[]      not null,
    agent               uuid,
    evidence_rounds     smallint    not null default 0,
    escalations         smallint    not null default 0,
    submitted_at        timestamptz not null,
    changed_at          timestamptz not null,
    deadline_at         timestamptz,
    deadline_kind       text,
    final_at            timestamptz,
    result              text,
    primary key (shop_id, id),
    unique (shop_id, no),
    check (final_at is not null or deadline_at is not null),
    check (refundable_minor >= 0 and approved_minor >= 0 and refunded_minor >= 0 and compensated_minor >= 0)
);

comment on constraint after_sale_case_check on aftersales.after_sale_case is 'A state that a person waits on has a deadline.';

create index case_queue on aftersales.after_sale_case (shop_id, state, deadline_at, id) where final_at is null;
create index case_queue_by_rule on aftersales.after_sale_case (shop_id, state, rule_id, deadline_at, id) where final_at is null;
create index case_queue_by_tier on aftersales.after_sale_case (shop_id, state, tier_required, deadline_at, id) where final_at is null and tier_required is not null;
create index case_queue_by_team on aftersales.after_sale_case (shop_id, state, queue, deadline_at, id) where final_at is null and queue is not null;
create index case_queue_of_agent on aftersales.after_sale_case (shop_id, agent, deadline_at, id) where final_at is null and agent is not null;
create index case_newest on aftersales.after_sale_case (shop_id, state, submitted_at, id);
create index case_of_customer on aftersales.after_sale_case (shop_id, customer_id, submitted_at, id);
create index case_of_order on aftersales.after_sale_case (shop_id, order_no);

create table aftersales.case_line (
    shop_id           text     not null,
    case_id           uuid     not null,
    line_id           text     not null,
    order_no          text     not null,
    sku               text     not null,
    title             text     not null,
    qty_asked         int      not null check (qty_asked > 0),
    qty_approved      int      not null default 0,
    qty_received      int      not null default 0,
    qty_accepted      int      not null default 0,
    qty_damaged       int      not null default 0,
    refund_minor      bigint   not null default 0 check (refund_minor >= 0),
    gift_deduct_minor bigint   not null default 0,
    disposition       text,
    holds_line        boolean  not null,
    primary key (shop_id, case_id, line_id)
);

-- Two open cases on one line cannot exist; complaints and expert incidents do not hold the line.
create unique index one_open_case_on_a_line on aftersales.case_line (shop_id, order_no, line_id) where holds_line;

-- How many units of a line all cases together ask for and have got; the check is the last word under any concurrency.
create table aftersales.line_account (
    shop_id  text not null,
    order_no text not null,
    line_id  text not null,
    qty      int  not null,
    claimed  int  not null,
    primary key (shop_id, order_no, line_id),
    constraint no_more_units_than_bought check (claimed >= 0 and claimed <= qty)
);

create table aftersales.decision (
    shop_id        text        not null,
    case_id        uuid        not null,
    seq            int         not null,
    rule_id        text        not null,
    outcome        text        not null,
    policy_version int         not null,
    facts          jsonb       not null,
    answer         jsonb       not null,
    actor          text        not null,
    note           text,
    at             timestamptz not null,
    micros         bigint      not null,
    primary key (shop_id, case_id, seq)
);

create trigger decision_is_insert_only before update on aftersales.decision
    for each row execute function kernel.refuse_change();

create table aftersales.timeline_entry (
    shop_id text        not null,
    case_id uuid        not null,
    seq     int         not null,
    step    text        not null,
    state   text        not null,
    params  jsonb       not null,
    note    text,                                      -- for staff only
    actor   text        not null,
    at      timestamptz not null,
    eta_at  timestamptz,
    primary key (shop_id, case_id, seq)
);

create trigger timeline_is_insert_only before update on aftersales.timeline_entry
    for each row execute function kernel.refuse_change();

create table aftersales.message (
    shop_id text        not null,
    case_id uuid        not null,
    id      uuid        not null,
    author  text        not null,
    name    text        not null,
    of      text        not null check (of in ('CUSTOMER', 'STAFF')),
    body    text        not null,
    at      timestamptz not null,
    primary key (shop_id, case_id, id)
);

create index message_in_order on aftersales.message (shop_id, case_id, at, id);

create table aftersales.evidence (
    shop_id  text        not null,
    id       uuid        not null,
    case_id  uuid,
    owner    text        not null,
    kind     text        not null,
    hash     text        not null,
    file     text        not null,
    width    int         not null,
    height   int         not null,
    bytes    int         not null,
    at       timestamptz not null,
    primary key (shop_id, id)
);

create index evidence_of_case on aftersales.evidence (shop_id, case_id, at) where case_id is not null;

-- Open and final cases by state, counted as things happen; the slots keep parallel writers from waiting for one row.
create table aftersales.case_count (
    shop_id text   not null,
    state   text   not null,
    slot    int    not null,
    n       bigint not null,
    primary key (shop_id, state, slot)
);

create table aftersales.case_viewer (
    shop_id  text        not null,
    case_id  uuid        not null,
    staff_id uuid        not null,
    name     text        not null,
    seen_at  timestamptz not null,
    primary key (shop_id, case_id, staff_id)
);

create table aftersales.saved_view (
    id       uuid        not null primary key,
    staff_id uuid        not null,
    name     text        not null,
    query    text        not null,
    at       timestamptz not null,
    unique (staff_id, name)
);

create table aftersales.policy_version (
    shop_id      text        not null,
    version      int         not null check (version > 0),
    document     jsonb       not null,
    from_at      timestamptz not null,
    published_by text        not null,
    published_at timestamptz not null,
    primary key (shop_id, version)
);
