create table work.deadline (
    shop_id  text        not null,
    kind     text        not null,
    subject  text        not null,
    due_at   timestamptz not null,
    detail   text        not null,
    attempts int         not null default 0,
    trouble  text,
    primary key (shop_id, subject, kind)
);

create index deadline_due on work.deadline (due_at);
