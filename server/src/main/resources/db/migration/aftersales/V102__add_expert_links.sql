-- An expert is called in: somebody must take it within ten minutes and have a solution within two hours.
create table aftersales.expert_link (
    shop_id          text        not null,
    id               uuid        not null,
    case_id          uuid        not null,
    reason           text        not null,
    asked_by         text        not null,
    asked_at         timestamptz not null,
    handover_due_at  timestamptz not null,
    handover_late_at timestamptz,
    taken_by         text,
    taken_at         timestamptz,
    solution_due_at  timestamptz not null,
    solution_late_at timestamptz,
    solved_at        timestamptz,
    solved_by        text,
    solution         text,
    primary key (shop_id, id)
);

create unique index one_open_expert_link on aftersales.expert_link (shop_id, case_id) where solved_at is null;
create index expert_link_by_due on aftersales.expert_link (shop_id, solution_due_at, id) where solved_at is null;
