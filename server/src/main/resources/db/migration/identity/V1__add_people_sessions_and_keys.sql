create table identity.person (
    id              uuid        not null primary key,
    login           text        not null,
    name            text        not null,
    email           text,
    password_hash   text,
    issuer          text,
    subject         text,
    all_shops       boolean     not null default false,
    active          boolean     not null default true,
    password_stale  boolean     not null default false,
    demo            boolean     not null default false,
    version         bigint      not null default 1,
    created_at      timestamptz not null,
    changed_at      timestamptz not null,
    check ((issuer is null) = (subject is null))
);
comment on column identity.person.name is 'personal';
comment on column identity.person.email is 'personal';
comment on column identity.person.password_hash is 'Argon2id; null for one who signs in elsewhere';
comment on column identity.person.demo is 'with a password everybody knows: let in only in demo mode';
comment on column identity.person.password_stale is 'set by somebody else, to be changed at the next sign-in';

create unique index person_login on identity.person (lower(login));
create unique index person_subject on identity.person (issuer, subject) where subject is not null;
create index person_by_name on identity.person (name, id);

create table identity.person_shop (
    person_id uuid not null references identity.person,
    shop_id   text not null,
    primary key (person_id, shop_id)
);
create index person_shop_by_shop on identity.person_shop (shop_id, person_id);

create table identity.role (
    id          text   not null primary key,
    shop_id     text,
    name_zh     text   not null,
    name_en     text   not null,
    permissions text[] not null,
    tier        text   not null check (tier in ('L1', 'L2', 'L3', 'L4', 'L5')),
    version     bigint not null default 1
);
comment on column identity.role.shop_id is 'the shop that made it; null for the built-in ones';

create table identity.person_role (
    person_id uuid not null references identity.person,
    role_id   text not null references identity.role,
    primary key (person_id, role_id)
);
create index person_role_by_role on identity.person_role (role_id);

create table identity.team (
    id      text   not null primary key,
    shop_id text,
    name_zh text   not null,
    name_en text   not null,
    version bigint not null default 1
);
comment on column identity.team.shop_id is 'the shop it works for; null for all';

create table identity.membership (
    person_id uuid not null references identity.person,
    team_id   text not null references identity.team,
    primary key (person_id, team_id)
);
create index membership_by_team on identity.membership (team_id);

create table identity.session (
    token_hash    bytea       not null primary key,
    kind          text        not null check (kind in ('STAFF', 'CUSTOMER')),
    person_id     uuid        references identity.person,
    shop_id       text,
    customer_id   text,
    customer_name text,
    only_order    text,
    csrf          text        not null,
    address       text,
    opened_at     timestamptz not null,
    seen_at       timestamptz not null,
    expires_at    timestamptz not null,
    check ((kind = 'STAFF') = (person_id is not null)),
    check ((kind = 'CUSTOMER') = (shop_id is not null and customer_id is not null))
);
comment on table identity.session is 'Who is signed in; the token itself is only in the browser.';
comment on column identity.session.customer_name is 'personal';
comment on column identity.session.address is 'personal';
create index session_by_person on identity.session (person_id) where person_id is not null;
create index session_by_expiry on identity.session (expires_at);

create table identity.api_key (
    id            uuid        not null primary key,
    name          text        not null,
    prefix        text        not null,
    hash          bytea       not null unique,
    old_hash      bytea       unique,
    old_until     timestamptz,
    permissions   text[]      not null,
    shops         text[],
    expires_at    timestamptz,
    revoked_at    timestamptz,
    last_used_at  timestamptz,
    created_by    text        not null,
    created_at    timestamptz not null,
    version       bigint      not null default 1
);
comment on column identity.api_key.shops is 'null: every shop of the installation';
comment on column identity.api_key.old_hash is 'the secret before the last rotation, good until old_until';

create table identity.shop_key (
    id         uuid        not null primary key,
    shop_id    text        not null,
    name       text        not null,
    kind       text        not null check (kind in ('HS256', 'EdDSA')),
    material   bytea       not null,
    created_by text        not null,
    created_at timestamptz not null,
    revoked_at timestamptz
);
comment on column identity.shop_key.material is 'HS256: the secret, sealed; EdDSA: the public key';
create index shop_key_by_shop on identity.shop_key (shop_id, created_at);

create table identity.spent_token (
    shop_id    text        not null,
    jti        text        not null,
    expires_at timestamptz not null,
    primary key (shop_id, jti)
);

create table identity.sign_in_guard (
    id           text        not null primary key,
    failures     integer     not null,
    locked_until timestamptz,
    changed_at   timestamptz not null
);
comment on table identity.sign_in_guard is 'Names and addresses that failed to sign in of late, known or not.';
create index sign_in_guard_by_age on identity.sign_in_guard (changed_at);

create table identity.oidc_attempt (
    state_hash   bytea       not null primary key,
    browser_hash bytea       not null,
    nonce        text        not null,
    verifier     text        not null,
    redirect_uri text        not null,
    expires_at   timestamptz not null
);
comment on table identity.oidc_attempt is 'Browsers on their way to the provider and back.';
create index oidc_attempt_by_expiry on identity.oidc_attempt (expires_at);
