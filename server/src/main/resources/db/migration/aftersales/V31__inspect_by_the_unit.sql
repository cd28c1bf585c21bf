-- What was found of each line, and what becomes of it; several findings per line over time.
create table aftersales.inspection_item (
    shop_id     text        not null,
    case_id     uuid        not null,
    at          timestamptz not null,
    line_id     text        not null,
    disposition text        not null check (disposition in ('RESTOCKED', 'NOT_RESTOCKED', 'MISSING', 'PROCESSING_REQUIRED',
                                                            'SECOND_HAND', 'DESTROYED', 'RETURN_TO_BONDED')),
    qty         int         not null check (qty > 0),
    serial      text,
    primary key (shop_id, case_id, at, line_id, disposition),
    foreign key (shop_id, case_id, at) references aftersales.inspection
);

alter table aftersales.inspection add column photos uuid[] not null default '{}';
alter table aftersales.inspection drop constraint inspection_result_check;
alter table aftersales.inspection add constraint inspection_result_check check (result in ('PASS', 'PART', 'MISMATCH'));
alter table aftersales.case_line add constraint no_more_accepted_than_asked check (qty_accepted between 0 and qty_asked);

-- How the goods come back, decided when the case begins to wait for them.
alter table aftersales.return_shipment alter column carrier drop not null;
alter table aftersales.return_shipment alter column tracking_no drop not null;
alter table aftersales.return_shipment alter column sent_at drop not null;
alter table aftersales.return_shipment add column mode text not null default 'SELF_SHIP'
      check (mode in ('PICKUP', 'SELF_SHIP', 'STORE_DROP', 'CARRIER_RETURN', 'NONE'));
alter table aftersales.return_shipment add column store_id text;
alter table aftersales.return_shipment add column code text;
alter table aftersales.return_shipment add column hold_until timestamptz;
alter table aftersales.return_shipment add column pickup_from timestamptz;
alter table aftersales.return_shipment add column pickup_until timestamptz;
alter table aftersales.return_shipment add column scanned_at timestamptz;
alter table aftersales.return_shipment add column lost_at timestamptz;
alter table aftersales.return_shipment add constraint a_store_drop_has_a_code
      check (mode <> 'STORE_DROP' or (store_id is not null and code is not null and hold_until is not null));
create unique index a_code_opens_one_case on aftersales.return_shipment (shop_id, code) where code is not null;
