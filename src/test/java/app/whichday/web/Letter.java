package app.whichday.web;

import app.whichday.mail.Address;
import app.whichday.mail.Block;
import app.whichday.mail.Mail;
import app.whichday.mail.MailId;
import app.whichday.mail.SentTime;
import app.whichday.mail.StoredMail;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Builds mails for tests, block by block. */
final class Letter {
    private final Address from;
    private final String subject;
    private final SentTime sent;
    private final StringBuilder body = new StringBuilder();
    private final List<Block> blocks = new ArrayList<>();

    private Letter(Address from, String subject, SentTime sent) {
        this.from = from;
        this.subject = subject;
        this.sent = sent;
    }

    /** @param sent local time in Berlin */
    static Letter from(String name, String subject, String sent) {
        return new Letter(
                person(name),
                subject,
                new SentTime(LocalDateTime.parse(sent), Optional.of(ZoneId.of("Europe/Berlin"))));
    }

    static Address person(String name) {
        return new Address(name, name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.org");
    }

    Letter says(String text) {
        return block(Block.Kind.NEW, 0, text, Optional.empty(), Optional.empty());
    }

    Letter signs(String text) {
        return block(Block.Kind.SIGNATURE, 0, text, Optional.empty(), Optional.empty());
    }

    /** An attribution line, and the quoted text with its prefixes. */
    Letter quotes(String name, String when, String text) {
        body.append("On ").append(when).append(", ").append(name).append(" wrote:\n");
        return block(
                Block.Kind.QUOTED,
                1,
                "> " + text.replace("\n", "\n> "),
                Optional.of(person(name)),
                Optional.of(new SentTime(LocalDateTime.parse(when), Optional.empty())));
    }

    Letter forwards(String name, String when, String text) {
        body.append("---------- Forwarded message ----------\n");
        return block(
                Block.Kind.FORWARDED,
                1,
                text,
                Optional.of(person(name)),
                Optional.of(new SentTime(LocalDateTime.parse(when), Optional.empty())));
    }

    private Letter block(
            Block.Kind kind, int level, String text, Optional<Address> writer, Optional<SentTime> written) {
        int begin = body.length();
        body.append(text).append('\n');
        blocks.add(new Block(kind, level, begin, body.length(), writer, written));
        body.append('\n');
        return this;
    }

    Mail mail() {
        return new Mail(
                Optional.empty(),
                List.of(),
                from,
                List.of(new Address("Alice Winter", "alice@example.org")),
                List.of(),
                subject,
                sent,
                Mail.Bulk.NONE,
                body.toString(),
                blocks,
                List.of(),
                List.of(),
                List.of());
    }

    StoredMail stored(long id) {
        return new StoredMail(
                new MailId(id),
                Optional.empty(),
                id,
                sent.local().toInstant(ZoneOffset.UTC),
                StoredMail.State.PROCESSED,
                Optional.empty(),
                mail());
    }
}
