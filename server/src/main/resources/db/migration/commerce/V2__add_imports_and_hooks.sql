create table commerce.import_job (
    shop_id     text        not null,
    id          uuid        not null,
    kind        text        not null,
    format      text        not null,
    state       text        not null,
    bytes       bigint      not null,
    byte_offset bigint      not null default 0,
    line        bigint      not null default 0,
    processed   bigint      not null default 0,
    stale       bigint      not null default 0,
    failed      bigint      not null default 0,
    created_by  text        not null,
    created_at  timestamptz not null,
    changed_at  timestamptz not null,
    finished_at timestamptz,
    primary key (shop_id, id)
);

comment on column commerce.import_job.byte_offset is 'Everything before it is taken, committed together with what was taken.';

create index import_job_by_time on commerce.import_job (shop_id, created_at desc, id);
create index import_job_to_do on commerce.import_job (created_at) where state = 'RUNNING';

create table commerce.import_error (
    shop_id    text   not null,
    import_id  uuid   not null,
    line       bigint not null,
    place      int    not null,
    pointer    text   not null,
    problem_zh text   not null,
    problem_en text   not null,
    primary key (shop_id, import_id, line, place)
);

create table commerce.hook_secret (
    shop_id    text        not null,
    id         uuid        not null,
    secret     text        not null,
    created_by text        not null,
    created_at timestamptz not null,
    revoked_at timestamptz,
    primary key (shop_id, id)
);

comment on column commerce.hook_secret.secret is 'Signs what the shop sends; needed in the clear to verify. Shown once when it is made.';

create table commerce.hook_delivery (
    shop_id     text        not null,
    delivery_id text        not null,
    event       text        not null,
    stale       boolean     not null,
    received_at timestamptz not null,
    primary key (shop_id, delivery_id)
);

create index hook_delivery_by_time on commerce.hook_delivery (received_at);
