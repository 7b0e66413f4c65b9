package app.whichday.assistant;

import app.whichday.account.Owner;
import app.whichday.mail.Mail;
import app.whichday.mail.MailParser;
import app.whichday.mail.SentTime;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The mailbox of Lena Brandt, who makes measuring buoys in Hamburg: some forty mails of the days before now. */
final class SampleMails {
    private static final String FOLDER = "/demo/";
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private SampleMails() {}

    static Owner owner() {
        return new Owner("Lena Brandt", Set.of("lena.brandt@nordlicht.example"), ZONE, Locale.forLanguageTag("en-GB"));
    }

    /** All of them, sent before {@code now} and speaking of days after it. */
    static List<Mail> at(Instant now) {
        SampleTemplate template = new SampleTemplate(LocalDateTime.ofInstant(now, ZONE), ZONE);
        SentTime fallback = new SentTime(LocalDateTime.ofInstant(now, ZONE), Optional.of(ZONE));
        return resource("index.txt")
                .lines()
                .map(name -> template.render(resource(name), name))
                .map(mail -> MailParser.parse(mail.getBytes(StandardCharsets.UTF_8), fallback))
                .toList();
    }

    private static String resource(String name) {
        try (InputStream in = SampleMails.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("The sample mail " + name + " is missing from this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The sample mail " + name + " can't be read", e);
        }
    }
}
