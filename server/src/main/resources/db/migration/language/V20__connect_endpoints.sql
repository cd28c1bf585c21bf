-- A language model that a shop has connected, and what it may cost.
create table language.endpoint (
    shop_id       text        primary key,
    version       int         not null,
    address       text        not null,
    model         text        not null,
    sealed_key    bytea,
    purposes      text[]      not null,
    at_once       int         not null check (at_once between 1 and 32),
    day_calls     int         not null check (day_calls >= 0),
    day_minor     bigint      not null check (day_minor >= 0),
    currency      text        not null,
    input_price   bigint      not null check (input_price >= 0),
    output_price  bigint      not null check (output_price >= 0),
    changed_by    text        not null,
    changed_at    timestamptz not null
);
comment on column language.endpoint.sealed_key is 'null: it asks for none';
comment on column language.endpoint.input_price is 'minor units for a million tokens, as output_price';

create table language.endpoint_day (
    shop_id  text   not null,
    day      date   not null,
    calls    int    not null,
    reserved bigint not null,
    spent    bigint not null,
    primary key (shop_id, day)
);
comment on column language.endpoint_day.day is 'in UTC';
comment on column language.endpoint_day.reserved is 'millionths of a minor unit that calls under way may cost at most; of a process that was killed they stay till the day ends';
comment on column language.endpoint_day.spent is 'millionths of a minor unit';
