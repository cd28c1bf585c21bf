create table kernel.chore (
    name    text        not null primary key,
    due_at  timestamptz not null,
    done_at timestamptz,
    removed bigint      not null default 0,
    trouble text
);
comment on table kernel.chore is 'When what grows is cut back next; taken by any node.';
comment on column kernel.chore.removed is 'rows in all, since the beginning';
