-- What a shop makes of the shipped intents: names, merges, intents and examples of its own.
create table language.catalogue (
    shop_id    text primary key,
    version    int not null,
    live_model int not null default 0
);
comment on column language.catalogue.version is 'counts the changes; a model says which of them it knows';
comment on column language.catalogue.live_model is '0: the shipped one';

create table language.intent (
    shop_id     text        not null,
    key         text        not null,
    own         boolean     not null,
    name_zh     text        not null,
    name_en     text        not null,
    merged_into text,
    changed_by  text        not null,
    changed_at  timestamptz not null,
    primary key (shop_id, key)
);
comment on column language.intent.own is 'false: a shipped intent that the shop has renamed or merged';

create table language.example (
    shop_id    text        not null,
    id         uuid        not null,
    intent     text        not null,
    language   text        not null,
    text       text        not null,
    created_by text        not null,
    created_at timestamptz not null,
    primary key (shop_id, id)
);
create unique index example_once on language.example (shop_id, language, text);
create index example_of_intent on language.example (shop_id, intent, created_at, id);

create table language.model (
    shop_id     text             not null,
    version     int              not null,
    id          uuid             not null,
    state       text             not null check (state in ('WAITING', 'TRAINING', 'READY', 'FAILED')),
    knows       int              not null,
    goes_live   boolean          not null,
    asked_by    text             not null,
    asked_at    timestamptz      not null,
    started_at  timestamptz,
    finished_at timestamptz,
    progress    int              not null default 0,
    intents     int              not null default 0,
    examples    int              not null default 0,
    accuracy    double precision,
    macro_f1    double precision,
    calibration double precision,
    confusions  text,
    trouble     text,
    primary key (shop_id, version),
    unique (shop_id, id)
);
comment on column language.model.knows is 'the version of the catalogue that it was learned from';
create index model_waiting on language.model (asked_at) where state in ('WAITING', 'TRAINING');

create table language.model_part (
    shop_id text  not null,
    version int   not null,
    part    text  not null,
    content bytea not null,
    primary key (shop_id, version, part),
    foreign key (shop_id, version) references language.model on delete cascade
);
alter table language.model_part alter column content set storage external;
