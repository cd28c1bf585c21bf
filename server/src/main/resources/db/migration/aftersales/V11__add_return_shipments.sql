create table aftersales.return_shipment (
    shop_id     text        not null,
    case_id     uuid        not null,
    carrier     text        not null,
    tracking_no text        not null,
    sent_at     timestamptz not null,
    received_at timestamptz,
    primary key (shop_id, case_id),
    -- One parcel cannot prove two returns.
    unique (shop_id, tracking_no)
);

create table aftersales.inspection (
    shop_id      text        not null,
    case_id      uuid        not null,
    at           timestamptz not null,
    inspector    text        not null,
    result       text        not null check (result in ('PASS', 'MISMATCH')),
    finding      text,
    proposal_pct int check (proposal_pct between 0 and 100),
    note         text,
    primary key (shop_id, case_id, at)
);
