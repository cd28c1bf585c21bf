create table aftersales.portal_code (
    id            uuid        not null primary key,
    shop_id       text        not null,
    order_number  text        not null,
    contact       text,
    language      text        not null,
    address       text        not null,
    state         text        not null check (state in ('ASKED', 'SENT', 'NOTHING_TO_SEND')),
    code_hash     bytea,
    customer_id   text,
    customer_name text,
    attempts      integer     not null default 0,
    created_at    timestamptz not null,
    expires_at    timestamptz not null,
    used_at       timestamptz
);
comment on table aftersales.portal_code is 'One-time codes asked for, for orders that are there and for such that are not.';
comment on column aftersales.portal_code.contact is 'personal';
comment on column aftersales.portal_code.customer_name is 'personal';
comment on column aftersales.portal_code.address is 'personal';

create index portal_code_by_order on aftersales.portal_code (shop_id, order_number, created_at);
create index portal_code_by_address on aftersales.portal_code (address, created_at);
create index portal_code_by_time on aftersales.portal_code (created_at);
create index portal_code_asked on aftersales.portal_code (created_at, id) where state = 'ASKED';
