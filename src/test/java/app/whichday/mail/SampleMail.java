package app.whichday.mail;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** A small mail, told in one line; what isn't told is plain. Each has a text of its own. */
record SampleMail(
        String id,
        List<String> references,
        Address from,
        List<Address> to,
        String subject,
        LocalDateTime sent,
        String body) {
    static SampleMail from(String name) {
        String unique = UUID.randomUUID().toString();
        return new SampleMail(
                unique + "@example.org",
                List.of(),
                address(name),
                List.of(),
                "",
                LocalDateTime.of(2025, 11, 5, 9, 30),
                "See you on Friday. " + unique);
    }

    SampleMail to(String... names) {
        return new SampleMail(
                id, references, from, Stream.of(names).map(SampleMail::address).toList(), subject, sent, body);
    }

    SampleMail subject(String text) {
        return new SampleMail(id, references, from, to, text, sent, body);
    }

    SampleMail answering(String... ids) {
        return new SampleMail(id, List.of(ids), from, to, subject, sent, body);
    }

    SampleMail id(String messageId) {
        return new SampleMail(messageId, references, from, to, subject, sent, body);
    }

    SampleMail sent(String local) {
        return new SampleMail(id, references, from, to, subject, LocalDateTime.parse(local), body);
    }

    SampleMail body(String text) {
        return new SampleMail(id, references, from, to, subject, sent, text);
    }

    Mail mail() {
        return new Mail(
                id.isEmpty() ? Optional.empty() : Optional.of(id),
                references,
                from,
                to,
                List.of(),
                subject,
                new SentTime(sent, Optional.of(ZoneOffset.UTC)),
                Mail.Bulk.NONE,
                body,
                List.of(new Block(Block.Kind.NEW, 0, 0, body.length(), Optional.of(from), Optional.empty())),
                List.of(),
                List.of(),
                List.of());
    }

    Mailbox.Fetched at(long uid) {
        return new Mailbox.Fetched.Read(new Mailbox.Uid(uid), mail());
    }

    private static Address address(String name) {
        return new Address(name, name + "@example.org");
    }
}
