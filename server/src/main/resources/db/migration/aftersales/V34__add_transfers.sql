-- A complaint in another team's hands for a while; the clock of the case goes on beside it.
create table aftersales.case_transfer (
    shop_id     text        not null,
    id          uuid        not null,
    case_id     uuid        not null,
    from_team   text        not null,
    to_team     text        not null,
    reason      text        not null,
    by          text        not null,
    at          timestamptz not null,
    due_at      timestamptz not null,
    overdue_at  timestamptz,
    answered_at timestamptz,
    answered_by text,
    answer      text,
    primary key (shop_id, id),
    check ((answered_at is null) = (answered_by is null) and (answered_at is null) = (answer is null))
);

create unique index one_open_transfer_of_a_case on aftersales.case_transfer (shop_id, case_id) where answered_at is null and overdue_at is null;
