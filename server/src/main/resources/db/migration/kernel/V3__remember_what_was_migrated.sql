-- Which set of migrations was applied last, so that a start of the same Anxin need not compare them one by one.
create table kernel.migrated (
    one boolean primary key default true check (one),
    fingerprint text not null
);
