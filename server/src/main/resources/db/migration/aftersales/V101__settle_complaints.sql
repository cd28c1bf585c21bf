-- What a customer was offered as the answer to a complaint: they say whether that solves it, or say nothing until it is due.
create table aftersales.solution (
    shop_id     text        not null,
    case_id     uuid        not null,
    seq         int         not null,              -- the version of the case that it made
    words       text        not null,
    by          text        not null,
    at          timestamptz not null,
    due_at      timestamptz not null,
    accepted    boolean,
    answered_at timestamptz,
    answer      text,
    primary key (shop_id, case_id, seq)
);

create unique index one_open_solution on aftersales.solution (shop_id, case_id) where answered_at is null;

-- A complaint that ends in a remedy goes on as a case of that kind.
create table aftersales.remedy (
    shop_id     text        not null,
    id          uuid        not null,              -- the linked case has the same
    case_id     uuid        not null,
    type        text        not null,
    wish        jsonb       not null,              -- what is asked for in the customer's name
    by          text        not null,
    at          timestamptz not null,
    linked_case uuid,
    primary key (shop_id, id)
);

create unique index one_remedy_of_a_complaint on aftersales.remedy (shop_id, case_id);
create index complaint_behind_a_case on aftersales.remedy (shop_id, linked_case) where linked_case is not null;
