-- Whose mailbox it is: exactly one person for now, so the key is fixed.
create table owner (
    id           bigint primary key check (id = 1),
    username     text    not null unique,
    -- bcrypt in modular crypt format; of a random word that nobody knows while password_set is false
    password     text    not null,
    password_set boolean not null,
    role         text    not null,
    name         text    not null,
    emails       text[]  not null,
    zone         text    not null,
    -- false while the zone is only the default, so that the first page may offer the browser's
    zone_chosen  boolean not null,
    locale       text    not null,
    feed_secret  text    not null
);
