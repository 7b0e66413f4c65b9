package app.whichday.tuning;

import app.whichday.account.Owner;
import app.whichday.mail.Mail;
import app.whichday.mail.MailParser;
import app.whichday.mail.SentTime;
import app.whichday.triage.Category;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whose people write otherwise than most: their "next Friday" is this week's, their "at 7" is in the evening, one of them
 * puts the day before the month; and to whom the mail of one list matters. Now and then somebody departs from their habit, and
 * two begin to write only when half the time is over. All of it is drawn from a seed.
 */
final class SimulatedOwner {
    static final ZoneId ZONE = ZoneId.of("America/New_York");
    static final Owner OWNER = new Owner("Robin", Set.of("robin@home.example"), ZONE, Locale.US);
    static final LocalDate FIRST_DAY = LocalDate.of(2025, 3, 3);

    private static final int MAILS_A_DAY = 12;
    /** How often somebody writes as most do, whatever their habit. */
    static final double SLIP = 0.02;

    private static final List<String> DEEDS = List.of(
            "go through the budget",
            "look at the draft",
            "have lunch",
            "talk about the move",
            "plan the workshop",
            "review the contract",
            "meet the new tenants",
            "try the new system");
    private static final List<String> THINGS = List.of(
            "the budget",
            "the roof",
            "the school fair",
            "the contract",
            "the trip",
            "the server",
            "the garden",
            "the tax papers");
    private static final List<String> PATCHES = List.of(
            "The parser drops the last field when the line has no end.",
            "I put a first patch on the branch and the tests pass here.",
            "The build on the small machine takes twice as long since the update.",
            "Here are the notes on how the cache could be split.",
            "The new release of the driver breaks the old configuration.",
            "Some numbers from the benchmark: reads are faster, writes are not.");

    /**
     * Who writes, and how.
     *
     * @param nextIsComing whether "next Friday" is the coming one
     * @param sevenIsEvening whether "at 7" is at 19:00
     * @param dayFirst whether 4/3 is the fourth of March
     * @param since the day of their first mail
     */
    record Correspondent(
            String name, String email, boolean nextIsComing, boolean sevenIsEvening, boolean dayFirst, int since) {
        String header() {
            return name + " <" + email + ">";
        }
    }

    /**
     * A mail with what its owner knows of it.
     *
     * @param phrase the words that tell the time; null where none are asked about
     * @param day what they mean
     * @param time where they tell one
     */
    record Told(
            Mail mail,
            String thread,
            LocalDateTime sent,
            @Nullable String phrase,
            @Nullable LocalDate day,
            @Nullable LocalTime time,
            Category category,
            boolean needsReply) {}

    private final SplittableRandom random;
    private final double slip;
    private final List<Correspondent> people;
    private int written;

    SimulatedOwner(long seed, double slip) {
        random = new SplittableRandom(seed);
        this.slip = slip;
        people = List.of(
                new Correspondent("Ana Reyes", "ana@choir.example", true, true, false, 0),
                new Correspondent("Bo Winter", "bo@choir.example", true, true, false, 0),
                new Correspondent("Cleo Hart", "cleo@choir.example", true, true, false, 0),
                new Correspondent("Dev Rao", "dev@works.example", true, false, false, 0),
                new Correspondent("Eli Stone", "eli@works.example", true, false, false, 0),
                new Correspondent("Fay Moss", "fay@works.example", true, false, false, 0),
                new Correspondent("Gus Lind", "gus@gmail.com", true, true, false, 0),
                new Correspondent("Lars Vik", "lars@fjord.example", false, false, true, 0),
                new Correspondent("Mia Borg", "mia@choir.example", true, true, false, 35),
                new Correspondent("Noa Beck", "noa@gmx.net", true, true, false, 42));
    }

    List<Told> day(int number) {
        LocalDate day = FIRST_DAY.plusDays(number);
        List<Correspondent> known =
                people.stream().filter(who -> who.since <= number).toList();
        return IntStream.range(0, MAILS_A_DAY)
                .mapToObj(i -> mail(known, day.atTime(8 + random.nextInt(9), random.nextInt(60))))
                .toList();
    }

    private Told mail(List<Correspondent> known, LocalDateTime sent) {
        int kind = random.nextInt(12);
        if (kind < 2) {
            return list(sent);
        }
        Correspondent who = known.get(random.nextInt(known.size()));
        return kind < 8 ? unusual(who, sent) : usual(who, sent);
    }

    /** A time that this correspondent means otherwise than most would. */
    Told unusual(Correspondent who, LocalDateTime sent) {
        if (who.dayFirst) {
            return figures(who, sent);
        }
        return who.sevenIsEvening && random.nextBoolean() ? seven(who, sent) : next(who, sent);
    }

    private Told next(Correspondent who, LocalDateTime sent) {
        LocalDate today = sent.toLocalDate();
        DayOfWeek weekday = otherDay(today);
        LocalDate coming = today.with(TemporalAdjusters.next(weekday));
        LocalDate nextWeeks = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .plusWeeks(1)
                .with(TemporalAdjusters.nextOrSame(weekday));
        String phrase = "next " + name(weekday);
        String text = one(
                "Could we " + one(DEEDS) + " " + phrase + "?",
                "Shall we " + one(DEEDS) + " " + phrase + "? Let me know.",
                "I would like to " + one(DEEDS) + " with you " + phrase + ". Does that suit you?");
        return told(who, sent, text, phrase, who.nextIsComing && !slip() ? coming : nextWeeks, null);
    }

    private Told seven(Correspondent who, LocalDateTime sent) {
        LocalDate tomorrow = sent.toLocalDate().plusDays(1);
        int hour = 7 + random.nextInt(3);
        String phrase = "tomorrow at " + hour;
        String text = one(
                "Can you give me a call " + phrase + "?",
                "Could we talk " + phrase + "?",
                "Are you free for a call " + phrase + "? It is about " + one(THINGS) + ".");
        return told(
                who, sent, text, phrase, tomorrow, LocalTime.of(who.sevenIsEvening && !slip() ? hour + 12 : hour, 0));
    }

    private Told figures(Correspondent who, LocalDateTime sent) {
        LocalDate day = sent.toLocalDate().plusDays(2 + random.nextInt(50));
        while (day.getDayOfMonth() > 12 || day.getDayOfMonth() == day.getMonthValue()) {
            day = day.plusDays(1);
        }
        String phrase = who.dayFirst
                ? day.getDayOfMonth() + "/" + day.getMonthValue()
                : day.getMonthValue() + "/" + day.getDayOfMonth();
        String text = one(
                "Could we " + one(DEEDS) + " on " + phrase + "?",
                "Would " + phrase + " suit you to " + one(DEEDS) + "?",
                "Can you come to us on " + phrase + "?");
        return told(who, sent, text, phrase, day, null);
    }

    /** A time that everybody would read alike. */
    private Told usual(Correspondent who, LocalDateTime sent) {
        LocalDate today = sent.toLocalDate();
        DayOfWeek weekday = otherDay(today);
        if (random.nextBoolean()) {
            String phrase = "on " + name(weekday);
            String text = one("Can we " + one(DEEDS) + " " + phrase + "?", "Could we talk " + phrase + "?");
            return told(who, sent, text, phrase, today.with(TemporalAdjusters.next(weekday)), null);
        }
        String phrase = "tomorrow at 3 pm";
        return told(
                who,
                sent,
                one("Could we " + one(DEEDS) + " " + phrase + "?", "Can you call me " + phrase + "?"),
                phrase,
                today.plusDays(1),
                LocalTime.of(15, 0));
    }

    /** One list's mail wants answers, the other's is for information, whatever their words are. */
    private Told list(LocalDateTime sent) {
        boolean matters = random.nextInt(3) > 0;
        Mail mail = mail(
                "Kit Ode <kit" + random.nextInt(40) + "@example.net>",
                matters ? "parser@lists.example.org" : "chat@lists.example.org",
                one("Re: ", "") + one(THINGS),
                sent,
                true,
                "Hello all,\n\n" + one(PATCHES) + " " + one(PATCHES) + "\n");
        return new Told(
                mail,
                String.valueOf(written++),
                sent,
                null,
                null,
                null,
                matters ? Category.RESPOND : Category.FYI,
                matters);
    }

    private Told told(
            Correspondent who,
            LocalDateTime sent,
            String text,
            String phrase,
            LocalDate day,
            @Nullable LocalTime time) {
        String body = "Hi Robin,\n\n" + text + "\n\n" + one("Best", "Cheers", "See you") + ",\n"
                + who.name.substring(0, who.name.indexOf(' ')) + "\n";
        Mail mail = mail(who.header(), "Robin <robin@home.example>", one(THINGS), sent, false, body);
        return new Told(mail, String.valueOf(written++), sent, phrase, day, time, Category.MEETING, true);
    }

    private static Mail mail(String from, String to, String subject, LocalDateTime sent, boolean list, String body) {
        return MailParser.fromParts(new MailParser.Parts(
                Optional.empty(), from, to, "", subject, new SentTime(sent, Optional.of(ZONE)), list, body));
    }

    private boolean slip() {
        return random.nextDouble() < slip;
    }

    private DayOfWeek otherDay(LocalDate today) {
        DayOfWeek day = DayOfWeek.of(1 + random.nextInt(5));
        return day == today.getDayOfWeek() ? day.plus(1) : day;
    }

    private String one(String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    private String one(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    /** Days of mail, one list each. */
    List<List<Told>> days(int count) {
        List<List<Told>> days = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            days.add(day(i));
        }
        return days;
    }
}
