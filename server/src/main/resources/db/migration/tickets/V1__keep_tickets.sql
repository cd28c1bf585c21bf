-- A matter that must be closed: whose it is, how far it has come, and by when something must happen.
create table tickets.ticket (
    shop_id        text        not null,
    id             uuid        not null,
    no             text        not null,
    submitted      text        not null,
    origin         text,
    message_id     uuid,
    profile_id     uuid,
    customer_id    text,
    customer_name  text,
    order_no       text,
    title          text        not null,
    problem        text        not null,
    facts          json        not null,
    proposals      json        not null,
    type           text        not null,
    grade          text        not null,
    priority       text        not null,
    state          text        not null check (state in ('OPEN', 'WAITING', 'TOLD', 'CLOSED')),
    version        int         not null,
    owner_staff    uuid,
    owner_team     text,
    opened_by      text        not null,
    opened_at      timestamptz not null,
    repeats        int         not null,
    reopened       int         not null,
    limit_from     timestamptz not null,
    limit_at       timestamptz not null,
    limit_late_at  timestamptz,
    alarm_at       timestamptz,
    escalations    int         not null,
    asked          json,
    told_at        timestamptz,
    silent_at      timestamptz,
    answered_at    timestamptz,
    closed_at      timestamptz,
    ending         text        check (ending in ('CONFIRMED', 'UNANSWERED')),
    next_at        timestamptz,
    overdue        boolean     not null,
    primary key (shop_id, id),
    constraint exactly_one_owner check ((owner_staff is null) <> (owner_team is null)),
    constraint closed_with_a_result check (state <> 'CLOSED' or (told_at is not null and ending is not null)),
    constraint somebody_must_act check ((next_at is null) = (state = 'CLOSED'))
);
comment on column tickets.ticket.submitted is 'Digest of what was submitted: the same id with the same content is one ticket.';
comment on column tickets.ticket.customer_name is 'personal';
comment on column tickets.ticket.problem is 'personal';
comment on column tickets.ticket.facts is 'personal';
comment on column tickets.ticket.version is 'The number of its newest step.';
comment on column tickets.ticket.asked is 'Whom it waits for, while it does.';
comment on column tickets.ticket.next_at is 'When the next thing is due, whosever turn it is.';

-- The lists, each in its own order: what is due next, and the newest.
create index ticket_by_next on tickets.ticket (shop_id, next_at, id) where state <> 'CLOSED';
create index ticket_of_staff on tickets.ticket (shop_id, owner_staff, next_at, id) where state <> 'CLOSED' and owner_staff is not null;
create index ticket_of_team on tickets.ticket (shop_id, owner_team, next_at, id) where state <> 'CLOSED' and owner_team is not null;
create index ticket_waiting on tickets.ticket (shop_id, next_at, id) where state in ('WAITING', 'TOLD');
create index ticket_overdue on tickets.ticket (shop_id, next_at, id) where overdue;
create index ticket_newest on tickets.ticket (shop_id, opened_at, id);
create index ticket_closed on tickets.ticket (shop_id, opened_at, id) where state = 'CLOSED';
create index ticket_by_no on tickets.ticket (shop_id, no);
create index ticket_of_order on tickets.ticket (shop_id, order_no, opened_at, id) where order_no is not null;
create index ticket_of_customer on tickets.ticket (shop_id, customer_id, opened_at, id) where customer_id is not null;
create index ticket_of_origin on tickets.ticket (shop_id, origin, opened_at, id) where origin is not null;

-- What happened to it, in order, without a gap.
create table tickets.step (
    shop_id   text        not null,
    ticket_id uuid        not null,
    seq       int         not null,
    id        uuid,
    kind      text        not null,
    by        text        not null,
    text      text        not null,
    detail    json        not null,
    at        timestamptz not null,
    primary key (shop_id, ticket_id, seq)
);
comment on column tickets.step.text is 'personal';
create unique index step_once on tickets.step (shop_id, ticket_id, id) where id is not null;

-- By what a matter is known again: the same customer, product, batch or carrier.
create table tickets.trait (
    shop_id   text        not null,
    trait     text        not null,
    at        timestamptz not null,
    ticket_id uuid        not null,
    primary key (shop_id, trait, at, ticket_id)
);
create index trait_of_ticket on tickets.trait (shop_id, ticket_id);

create table tickets.tally (
    shop_id text not null,
    heap    text not null,
    slot    int  not null,
    n       int  not null,
    primary key (shop_id, heap, slot)
) with (fillfactor = 50);
comment on table tickets.tally is 'How many tickets lie on each heap; the sum over the slots.';

-- A shop's rules, limits and parties.
create table tickets.rulebook (
    shop_id    text        not null primary key,
    version    int         not null,
    document   json        not null,
    changed_by text        not null,
    changed_at timestamptz not null
);
