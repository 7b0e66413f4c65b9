package app.whichday.mail;

import jakarta.mail.MessagingException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A mail's body put together from the texts of its parts, and the blocks in it. */
record BodyText(String body, List<Block> blocks) {
    /** West of this, 3/11 is 11 March. */
    private static final int AMERICAS = -4 * 3600;

    static BodyText of(List<MimeBody.Section> sections, Address from, SentTime sent, String subject) {
        StringBuilder body = new StringBuilder();
        List<Block> blocks = new ArrayList<>();
        Optional<Address> writer = from.display().isEmpty() ? Optional.empty() : Optional.of(from);
        SentTimeReader.Order order = order(sent);
        @Nullable MailHeaders before = null;
        for (MimeBody.Section section : sections) {
            separate(body);
            BlockSplitter.Origin origin =
                    new BlockSplitter.Origin(Block.Kind.NEW, 0, writer, Optional.of(sent), subject);
            if (section.header() != null) {
                Attached attached = Attached.read(section.header());
                if (section.header() != before) {
                    attached.head(body);
                }
                origin = new BlockSplitter.Origin(
                        Block.Kind.FORWARDED,
                        section.nesting(),
                        attached.writer(),
                        attached.sent(),
                        attached.subject());
            }
            before = section.header();
            blocks.addAll(BlockSplitter.split(section.text(), body.length(), origin, order));
            body.append(section.text());
        }
        return new BodyText(body.toString(), blocks);
    }

    private static void separate(StringBuilder body) {
        if (!body.isEmpty()) {
            body.append(body.charAt(body.length() - 1) == '\n' ? "\n" : "\n\n");
        }
    }

    private static SentTimeReader.Order order(SentTime sent) {
        ZoneId zone = sent.zone().orElse(ZoneOffset.UTC);
        ZoneOffset offset = zone.getRules().getOffset(sent.local());
        boolean told = sent.zone().isPresent() && offset.getTotalSeconds() != 0;
        return told && offset.getTotalSeconds() > AMERICAS
                ? SentTimeReader.Order.DAY_FIRST
                : SentTimeReader.Order.MONTH_FIRST;
    }

    /** An attached message, shown as if it had been forwarded inline. */
    private record Attached(Optional<Address> writer, Optional<SentTime> sent, String subject) {
        static Attached read(MailHeaders header) {
            try {
                Address from = header.from();
                return new Attached(
                        from.display().isEmpty() ? Optional.empty() : Optional.of(from),
                        header.sent(),
                        header.subject());
            } catch (MessagingException e) {
                return new Attached(Optional.empty(), Optional.empty(), ""); // its text is still worth reading
            }
        }

        void head(StringBuilder body) {
            body.append("---------- Forwarded message ----------\n");
            writer.ifPresent(
                    from -> body.append("From: ").append(from.display()).append('\n'));
            sent.ifPresent(time -> body.append("Date: ").append(time.local()).append('\n'));
            body.append(subject.isEmpty() ? "" : "Subject: " + subject + "\n").append('\n');
        }
    }
}
