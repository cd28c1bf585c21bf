-- What a party is asked on a ticket, and what it answered.
create table tickets.request (
    shop_id     text        not null,
    id          uuid        not null,
    ticket_id   uuid        not null,
    party       text        not null,
    question    text        not null,
    asked_by    text        not null,
    asked_at    timestamptz not null,
    state       text        not null check (state in ('ASKED', 'ASKED_BACK', 'ANSWERED', 'WITHDRAWN')),
    due_at      timestamptz,
    late_at     timestamptz,
    answer      text,
    answered_by text,
    ended_at    timestamptz,
    mail        uuid,
    primary key (shop_id, id),
    constraint asked_by_a_time check ((state = 'ASKED') = (due_at is not null))
);
comment on column tickets.request.question is 'personal';
comment on column tickets.request.answer is 'personal';
comment on column tickets.request.mail is 'The message in the outbox by which an outside party was asked.';

create index request_of_party on tickets.request (shop_id, party, due_at, id) where state = 'ASKED';
create index request_ended on tickets.request (shop_id, party, ended_at, id) where state = 'ANSWERED';
create unique index one_open_request on tickets.request (shop_id, ticket_id) where state in ('ASKED', 'ASKED_BACK');
