-- One person as a shop knows them, and every address by which they have written.
create table customer.profile (
    shop_id     text        not null,
    id          uuid        not null,
    name        text,
    phone       text,
    email       text,
    customer_id text,
    first_at    timestamptz not null,
    primary key (shop_id, id)
);
comment on column customer.profile.name is 'personal';
comment on column customer.profile.phone is 'personal';
comment on column customer.profile.email is 'personal';
comment on column customer.profile.customer_id is 'The shop''s own id of them; null while nobody has vouched for it.';

create unique index profile_of_customer on customer.profile (shop_id, customer_id) where customer_id is not null;

create table customer.identity (
    shop_id    text        not null,
    channel    text        not null,
    address    text        not null,
    profile_id uuid        not null,
    proof      text        not null check (proof in ('CHANNEL', 'CUSTOMER_ID')),
    added_at   timestamptz not null,
    primary key (shop_id, channel, address)
);
comment on column customer.identity.address is 'personal';
comment on column customer.identity.proof is 'What says that it is theirs: the channel alone, or the shop''s own id that came along.';

create index identity_of_profile on customer.identity (shop_id, profile_id);
