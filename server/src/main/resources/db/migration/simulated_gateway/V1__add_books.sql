-- The books of the simulated gateway of the demo: another house, which only happens to live in the same database.
create table simulated_gateway.refund (
    out_refund_no text        not null primary key,
    amount_minor  bigint      not null,
    currency      text        not null,
    taken_at      timestamptz not null
);
