-- A case that was opened because an ended one was not solved; it exists once for each.
alter table aftersales.after_sale_case add column reopen_of uuid;
create unique index one_case_reopens_another on aftersales.after_sale_case (shop_id, reopen_of) where reopen_of is not null;

create table aftersales.follow_up (
    shop_id     text        not null,
    case_id     uuid        not null,
    agent       text,
    asked_at    timestamptz,
    solved      boolean,
    score       smallint check (score between 1 and 5),
    comment     text,
    answered_at timestamptz,
    linked_case uuid,
    primary key (shop_id, case_id),
    check (answered_at is not null or (solved is null and score is null))
);
comment on column aftersales.follow_up.agent is 'Who had it in hand: praise is kept for this person.';
comment on column aftersales.follow_up.comment is 'personal';

create index follow_up_praise on aftersales.follow_up (agent, answered_at, case_id) where score >= 4 and solved;
create index follow_up_low on aftersales.follow_up (shop_id, answered_at, case_id) where score <= 2 or not solved;
