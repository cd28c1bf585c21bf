-- The clock that runs out next: to be taken, then to be solved.
alter table aftersales.expert_link add column due_at timestamptz not null
    generated always as (case when taken_at is null then handover_due_at else solution_due_at end) stored;
drop index aftersales.expert_link_by_due;
create index expert_link_by_due on aftersales.expert_link (shop_id, due_at, id) where solved_at is null;
