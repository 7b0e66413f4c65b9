-- Ids are taken in blocks, so that rows can be inserted in batches.
create sequence mail_seq increment by 50;
create sequence mailbox_seq increment by 1;

-- A message, once, however many mailboxes hold it.
create table mail (
    id bigint primary key,
    -- Of the account that it was first seen in; null for mails from files. Stays when the account goes.
    account_id bigint,
    thread bigint not null,
    -- By its own Date header, in UTC where that tells no zone.
    sent_at timestamp(6) with time zone not null,
    received_at timestamp(6) with time zone not null,
    state text not null check (state in ('RECEIVED', 'PROCESSED', 'SET_ASIDE')),
    reason text,
    -- SHA-256 of Message-ID and content: what makes two messages the same one.
    digest text not null unique,
    -- app.whichday.mail.Mail
    content jsonb not null
);

create index mail_thread on mail (thread, sent_at);
create index mail_state on mail (state);
create index mail_received on mail (sent_at desc, id desc) where state = 'RECEIVED';
create index mail_set_aside on mail (received_at desc, id desc) where state = 'SET_ASIDE';

-- A mailbox under one UIDVALIDITY (RFC 3501 §2.3.1.1); null account for files.
create table mailbox (
    id bigint primary key,
    account_id bigint references imap_account on delete cascade,
    name text not null,
    uid_validity bigint not null,
    unique nulls not distinct (account_id, name, uid_validity)
);

-- Where a mail lies. What has a place here is not read again.
create table mail_place (
    mailbox_id bigint not null references mailbox on delete cascade,
    uid bigint not null,
    mail_id bigint not null references mail on delete cascade,
    primary key (mailbox_id, uid)
);

create index mail_place_mail on mail_place (mail_id);

-- By what a mail finds its thread: Message-IDs, or subject and two participants.
create table mail_thread_link (
    key text primary key,
    thread bigint not null,
    root_sent timestamp(6) with time zone,
    last_sent timestamp(6) with time zone not null
);

create index mail_thread_link_thread on mail_thread_link (thread);
