create table kernel.fact (
    xid         bigint      not null default pg_current_xact_id()::text::bigint,
    seq         bigint      not null generated always as identity (cache 64),
    shop_id     text,
    type        text        not null,
    subject     text        not null,
    actor       text        not null,
    customer_id text,
    audience    smallint    not null,
    at          timestamptz not null,
    payload     jsonb       not null,
    primary key (xid, seq)
);

comment on table kernel.fact is 'Everything that happened, in the order of (xid, seq); insert-only.';

create index fact_by_subject on kernel.fact (subject, xid, seq);

-- For the journal: newest first in a shop or by an actor; by time a coarse one, which costs writers nothing.
create index fact_by_shop on kernel.fact (shop_id, xid, seq);
create index fact_by_actor on kernel.fact (actor, xid, seq);
create index fact_by_time on kernel.fact using brin (at);

-- Facts are never changed, and never taken back one by one; retention drops them by age as the owner.
create function kernel.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of %.% are insert-only', tg_table_schema, tg_table_name using errcode = 'restrict_violation';
end
$$;

create trigger fact_is_insert_only before update on kernel.fact
    for each row execute function kernel.refuse_change();

create table kernel.fact_position (
    listener text   not null primary key,
    xid      bigint not null,
    seq      bigint not null
);
