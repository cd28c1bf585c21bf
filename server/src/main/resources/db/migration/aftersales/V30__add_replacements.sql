-- What is sent or handed over instead: reserved when it is promised, under its own id at the place it comes from.
create table aftersales.replacement (
    shop_id      text        not null,
    id           uuid        not null,
    case_id      uuid        not null,
    kind         text        not null check (kind in ('EXCHANGE', 'RESEND', 'REPAIRED', 'STORE_INSTANT')),
    place        text        not null,                  -- '' is the warehouse, anything else a store
    reserved     boolean     not null,                  -- false where nobody had counted
    created_at   timestamptz not null,
    carrier      text,
    tracking_no  text,
    shipped_at   timestamptz,
    shipped_by   text,
    eta_at       timestamptz,
    received_at  timestamptz,
    received_how text check (received_how in ('CUSTOMER', 'CARRIER', 'TIME', 'STORE')),
    given_up_at  timestamptz,
    primary key (shop_id, id),
    check ((received_at is null) = (received_how is null)),
    check (received_at is null or given_up_at is null)
);

create unique index one_replacement_of_a_case on aftersales.replacement (shop_id, case_id) where given_up_at is null;
create unique index one_parcel_is_one_replacement on aftersales.replacement (shop_id, tracking_no) where tracking_no is not null;

create table aftersales.replacement_item (
    shop_id        text not null,
    replacement_id uuid not null,
    line_id        text not null,
    sku            text not null,
    title          text not null,
    qty            int  not null check (qty > 0),
    warranty_from  timestamptz,
    primary key (shop_id, replacement_id, line_id),
    foreign key (shop_id, replacement_id) references aftersales.replacement
);

-- A replacement starts the clocks for faults again, and repairs in vain are counted over all cases of a line.
alter table aftersales.line_account add column replaced_at timestamptz;
alter table aftersales.line_account add column failed_repairs int not null default 0;
