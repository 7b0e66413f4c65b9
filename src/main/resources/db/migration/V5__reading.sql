-- What the assistant made of each mail. The sent time is kept here too, so that a lane is one index scan.
create table mail_reading (
    mail_id      bigint primary key references mail on delete cascade,
    sent         timestamptz not null,
    category     text not null,
    probability  double precision not null,
    needs_reply  boolean not null,
    -- What the mail wants done about an event; null where it brings none.
    event_action text,
    dates        jsonb not null,
    steps        jsonb not null,
    read_at      timestamptz not null,
    took_nanos   bigint not null
);

create index mail_reading_lane on mail_reading (category, sent desc, mail_id desc);
