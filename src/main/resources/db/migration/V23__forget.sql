-- "Forget everything about X": see docs/adr/0003-forgetting.md.

-- A place without a mail is one whose mail was forgotten: it is known, so that it isn't fetched again.
alter table mail_place alter column mail_id drop not null;

-- Digests of forgotten mails, as in mail.digest: a mailbox that gives out its UIDs anew, or another copy, doesn't bring them back.
create table mail_forgotten (
    digest       text primary key,
    forgotten_at timestamp(6) with time zone not null
);

-- Decisions are only added, except that forgetting deletes: the transaction that does so says it.
create or replace function decision_is_append_only() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and current_setting('whichday.forgetting', true) = 'on' then
        return null;
    end if;
    raise exception 'decision is append-only';
end
$$;
