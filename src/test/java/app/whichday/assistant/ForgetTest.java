package app.whichday.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.whichday.account.Owner;
import app.whichday.account.Owners;
import app.whichday.account.Refused;
import app.whichday.calendar.Event;
import app.whichday.calendar.EventTime;
import app.whichday.calendar.EventUid;
import app.whichday.calendar.LocalCalendar;
import app.whichday.choice.Subtask;
import app.whichday.mail.MailId;
import app.whichday.mail.MailParser;
import app.whichday.mail.Mailbox;
import app.whichday.mail.Mails;
import app.whichday.mail.SentTime;
import app.whichday.mail.StoredMail;
import app.whichday.mail.Whom;
import app.whichday.proposal.Decision;
import app.whichday.proposal.Proposal;
import app.whichday.proposal.Proposals;
import app.whichday.triage.Category;
import app.whichday.triage.MailTriage;
import app.whichday.tuning.ChatExport;
import app.whichday.tuning.Exports;
import app.whichday.tuning.Forgotten;
import app.whichday.tuning.Lesson;
import app.whichday.tuning.Lessons;
import app.whichday.tuning.TrainerFormat;
import app.whichday.when.Sighting;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people write; one is forgotten, and nothing in the database or an export tells of her any more. */
@QuarkusTest
class ForgetTest {
    private static final Whom ANN = Whom.of("ann@x.example");
    private static final Subtask EVENT = new Subtask("event");
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", Locale.ENGLISH);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT);
    /** What tells of her: address, name, and words that only mails about her hold. */
    private static final List<String> HERS =
            List.of("ann@x.example", "Zubrowka", "zanzibar", "zebra", "zither", "zinnia", "zeppelin");

    private static final List<String> OTHERS =
            List.of("ben@y.example", "Quist", "quokka", "joann@x.example", "Jo Ann Quint", "quartz", "quorum");

    @Inject
    Forgetting forgetting;

    @Inject
    Intake intake;

    @Inject
    Mails mails;

    @Inject
    Proposals proposals;

    @Inject
    LocalCalendar calendar;

    @Inject
    Lessons lessons;

    @Inject
    Exports exports;

    @Inject
    Teaching teaching;

    @Inject
    Owners owners;

    @Inject
    EntityManager database;

    @Inject
    Clock clock;

    @Inject
    Told told;

    @TempDir
    Path folder;

    private final String unique = UUID.randomUUID().toString();
    private final List<Mailbox.Fetched> fetched = new ArrayList<>();
    private Owner before;

    /** What was told of forgetting, within its transaction. */
    @ApplicationScoped
    static class Told {
        private final List<Forgotten> all = new CopyOnWriteArrayList<>();
        private volatile boolean refuses;

        List<Forgotten> all() {
            return all;
        }

        void refuse(boolean now) {
            refuses = now;
        }

        void forgotten(@Observes Forgotten forgotten) {
            if (refuses) {
                throw new IllegalStateException("The models can't be dropped");
            }
            all.add(forgotten);
        }
    }

    @BeforeEach
    void knowTheOwner() {
        before = owners.current();
        owners.update("Me", Set.of("me@home.example"), before.zone(), before.locale());
        told.all().clear();
    }

    @AfterEach
    void leaveNothing() {
        told.refuse(false);
        owners.update(before.name(), before.emails(), before.zone(), before.locale());
        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeQuery("select set_config('whichday.forgetting', 'on', true)", String.class)
                    .getSingleResult();
            for (String table : List.of(
                    "lesson",
                    "decision",
                    "proposal",
                    "mail_place",
                    "mailbox",
                    "mail_thread_link",
                    "mail",
                    "mail_forgotten",
                    "event")) {
                database.createNativeQuery("delete from " + table).executeUpdate();
            }
        });
    }

    @Test
    void nothingInDatabaseFeedAndExportsTellsOfHerAndEverythingOfTheOthersIsThere() throws IOException {
        liveWithBoth();
        String all = dump() + export("before") + calendar.feed();
        HERS.forEach(word -> assertThat(all).containsIgnoringCase(word));
        OTHERS.forEach(word -> assertThat(all).containsIgnoringCase(word));
        List<byte[]> features = featuresOf("ann@x.example");
        assertThat(features).isNotEmpty();
        long othersLessons = lessonsOf("ben@y.example") + lessonsOf("joann@x.example");

        Forgetting.Found expected = forgetting.find(ANN);
        Forgetting.Found found = forgetting.forget(ANN);

        assertThat(found).isEqualTo(expected);
        assertThat(found.mails()).isEqualTo(5);
        assertThat(found.proposals()).isGreaterThanOrEqualTo(2);
        assertThat(found.decisions()).isGreaterThanOrEqualTo(2);
        assertThat(found.events()).isEqualTo(3);
        assertThat(found.lessons()).isGreaterThanOrEqualTo(4);
        String rest = dump() + export("after") + calendar.feed();
        assertThat(told(HERS, rest)).isEmpty();
        OTHERS.forEach(word -> assertThat(rest).containsIgnoringCase(word));
        assertThat(featuresOf("")).isNotEmpty().noneMatch(one -> features.stream()
                .anyMatch(hers -> Arrays.equals(hers, one)));
        // Ben's mail that quotes her is gone, with the lane that it was sorted into.
        assertThat(lessonsOf("ben@y.example") + lessonsOf("joann@x.example")).isEqualTo(othersLessons - 1);
        assertThat(number("select count(*) from mail_thread_link l where not exists"
                        + " (select 1 from mail m where m.thread = l.thread)"))
                .as("ways to threads of which nothing is left")
                .isZero();
    }

    @Test
    void theModelsAreToldSinceWhenTheyHaveLearnedFromHer() {
        liveWithBoth();
        forgetting.forget(ANN);

        assertThat(told.all()).singleElement().satisfies(event -> {
            assertThat(event.whom()).isEqualTo(ANN);
            assertThat(event.learnedSince())
                    .containsOnlyKeys(Sighting.READING, EVENT, MailTriage.CATEGORY, MailTriage.NEEDS_REPLY);
            assertThat(event.learnedSince().values()).allMatch(since -> !since.isAfter(event.at()));
        });
    }

    @Test
    void aSecondTimeThereIsNothingLeft() {
        liveWithBoth();
        forgetting.forget(ANN);
        String once = dump();
        told.all().clear();

        assertThat(forgetting.find(ANN).nothing()).isTrue();
        assertThat(forgetting.forget(ANN).nothing()).isTrue();
        assertThat(dump()).isEqualTo(once);
        assertThat(told.all()).isEmpty();
    }

    @Test
    void undoAfterwardsSaysThatThereIsNoProposal() {
        liveWithBoth();
        Proposal hers = proposals.in(Set.of(Proposal.State.APPLIED), 10).stream()
                .filter(proposal ->
                        proposal.draft().action().event().participants().contains("Ann Zubrowka"))
                .findFirst()
                .orElseThrow();
        forgetting.forget(ANN);

        assertThatThrownBy(() -> proposals.decide(hers.id(), hers.version(), new Decision.Undo()))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("There is no proposal " + hers.id());
    }

    @Test
    void herMailsAreNotFetchedAgainEvenWhenTheServerNumbersThemAnew() {
        liveWithBoth();
        forgetting.forget(ANN);

        assertThat(mails.store(Optional.empty(), box(), new Mailbox.UidValidity(1), fetched))
                .isZero();
        assertThat(mails.known(Optional.empty(), box(), new Mailbox.UidValidity(1)))
                .hasSize(fetched.size());
        assertThat(mails.store(Optional.empty(), box(), new Mailbox.UidValidity(2), fetched))
                .isZero();
        assertThat(mails.known(Optional.empty(), box(), new Mailbox.UidValidity(2)))
                .hasSize(fetched.size());
        assertThat(mails.store(Optional.empty(), box() + " copy", new Mailbox.UidValidity(7), fetched))
                .isZero();
        String rest = dump();
        assertThat(told(HERS, rest)).isEmpty();
    }

    @Test
    void aNewMailOfHersIsReadAsAnybodys() {
        liveWithBoth();
        forgetting.forget(ANN);

        StoredMail later = store("later", "Ann Zubrowka <ann@x.example>", "", "Hello again. Lunch tomorrow at 1pm?", 0);
        intake.readAll(() -> true);

        assertThat(mails.find(later.id()).orElseThrow().state()).isEqualTo(StoredMail.State.PROCESSED);
        assertThat(proposals.of(List.of(later.id()))).hasSize(1);
        assertThat(forgetting.find(ANN)).isEqualTo(new Forgetting.Found(1, 1, 0, 0, 0));
    }

    @Test
    void aDomainIsEverybodyThere() {
        liveWithBoth();
        forgetting.forget(Whom.of("x.example"));

        String rest = dump();
        assertThat(told(HERS, rest)).isEmpty();
        assertThat(rest)
                .doesNotContainIgnoringCase("joann")
                .doesNotContainIgnoringCase("quartz")
                .contains("ben@y.example", "quokka");
    }

    @Test
    void whereSomethingFailsNothingIsDeleted() {
        liveWithBoth();
        String all = dump();
        told.refuse(true);

        assertThatThrownBy(() -> forgetting.forget(ANN)).hasMessageContaining("The models can't be dropped");
        assertThat(dump()).isEqualTo(all);
    }

    @Test
    void anEventOfHersGoesFromProposalsOfOthersToo() {
        liveWithBoth();
        // Ben calls off what Ann had invited to: his proposal holds her event.
        StoredMail mail = store(
                "off",
                "Ben Quist <ben@y.example>",
                "Zeppelin",
                "The zeppelin meeting tomorrow at 10:00 is cancelled, sorry.",
                0);
        intake.readAll(() -> true);
        assertThat(proposals.of(List.of(mail.id()))).isNotEmpty();

        forgetting.forget(ANN);

        assertThat(proposals.of(List.of(mail.id())))
                .noneMatch(proposal ->
                        proposal.draft().action().event().participants().contains("Ann Zubrowka"));
        assertThat(mails.find(mail.id())).isPresent();
    }

    @Test
    void decisionsAreStillOnlyAdded() {
        liveWithBoth();
        for (String statement : List.of("delete from decision", "update decision set model = 'other'")) {
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                            .run(() -> database.createNativeQuery(statement).executeUpdate()))
                    .hasStackTraceContaining("decision is append-only");
        }
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    database.createNativeQuery("select set_config('whichday.forgetting', 'on', true)", String.class)
                            .getSingleResult();
                    database.createNativeQuery("update decision set model = 'other'")
                            .executeUpdate();
                }))
                .hasStackTraceContaining("decision is append-only");
    }

    @Test
    void theOwnerCannotBeForgottenLikeThat() {
        assertThat(forgetting.whom(" Ann@X.example")).isEqualTo(ANN);
        assertThatThrownBy(() -> forgetting.whom("Me@home.example"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("“me@home.example” is your own address");
        assertThatThrownBy(() -> forgetting.whom("home.example"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("is at home.example, so all your mail names it");
    }

    /** Mails of both, read, decided on and sorted; some events that came otherwise. */
    private void liveWithBoth() {
        StoredMail ann = store(
                "ann",
                "Ann Zubrowka <ann@x.example>",
                "Zanzibar",
                "Can we meet next " + weekday(2) + " at 3pm about zanzibar?",
                40);
        StoredMail ben = store(
                "ben",
                "Ben Quist <ben@y.example>",
                "Quokkas",
                "Can we meet next " + weekday(3) + " at 4pm about the quokkas?",
                30);
        StoredMail quoting = store(
                "quoting",
                "Ben Quist <ben@y.example>",
                "Fwd",
                "What do you think?\n\nOn Monday, Ann Zubrowka <ann@x.example> wrote:\n> The zebra needs a stable.",
                20);
        StoredMail invitation = storeInvitation();
        StoredMail joann = store(
                "joann",
                "Jo Ann Quint <joann@x.example>",
                "Quartz",
                "The quartz is sold, see you tomorrow at 5pm.",
                12);
        store("reply", "Me <me@home.example>", "Re: Zanzibar", "I shall bring my zither.", 6, "ann", "ann@x.example");
        store("list", "Ben Quist <ben@y.example>", "Zinnias", "The zinnias for ANN@X.EXAMPLE have come.", 5);
        intake.readAll(() -> true);
        for (StoredMail mail : List.of(ann, ben, invitation, joann)) {
            Proposal offered = proposals.of(List.of(mail.id())).getFirst();
            proposals.decide(offered.id(), offered.version(), new Decision.Confirm());
        }
        teaching.sort(ann.id(), Category.NEWSLETTER);
        teaching.sort(quoting.id(), Category.NEWSLETTER);
        teaching.sort(ben.id(), Category.NEWSLETTER);
        teaching.needsReply(joann.id(), true);
        calendar.put(event("Supper", "Ann Zubrowka"));
        calendar.put(event("Quorum", "Ben Quist"));
    }

    private Event event(String title, String participant) {
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(30);
        return new Event(
                new EventUid(UUID.randomUUID().toString()),
                title,
                new EventTime.AllDay(day, day.plusDays(1)),
                Optional.empty(),
                Optional.empty(),
                List.of(participant),
                Optional.empty(),
                Event.Kind.APPOINTMENT);
    }

    /** Of a day of this week that is still to come: "next" is either of two. */
    private String weekday(int days) {
        return WEEKDAY.format(
                LocalDateTime.ofInstant(clock.instant(), owners.current().zone())
                        .plusDays(days));
    }

    private StoredMail storeInvitation() {
        LocalDateTime start =
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1).atTime(10, 0);
        // The attendee's line is folded within the address.
        String calendarPart = String.join(
                "\n",
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//x//EN",
                "METHOD:REQUEST",
                "BEGIN:VEVENT",
                "UID:" + unique,
                "DTSTAMP:" + STAMP.format(start.minusDays(3)),
                "DTSTART:" + STAMP.format(start),
                "DTEND:" + STAMP.format(start.plusHours(1)),
                "SUMMARY:Zeppelin",
                "ORGANIZER;CN=Kay Zubrowka:mailto:kay@z.example",
                "ATTENDEE;CN=Ann Zubrowka:mailto:an",
                " n@x.example",
                "ATTENDEE:mailto:me@home.example",
                "END:VEVENT",
                "END:VCALENDAR");
        return store(
                "invitation",
                "Kay Zubrowka <kay@z.example>",
                "Zeppelin",
                calendarPart,
                15,
                "",
                "me@home.example",
                "text/calendar; method=REQUEST; charset=utf-8");
    }

    private StoredMail store(String id, String from, String subject, String text, int hoursAgo) {
        return store(id, from, subject, text, hoursAgo, "", "me@home.example");
    }

    private StoredMail store(
            String id, String from, String subject, String text, int hoursAgo, String answers, String to) {
        return store(id, from, subject, text, hoursAgo, answers, to, "text/plain; charset=utf-8");
    }

    private StoredMail store(
            String id, String from, String subject, String text, int hoursAgo, String answers, String to, String type) {
        LocalDateTime sent =
                LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).minusHours(hoursAgo);
        String message = "Message-ID: <" + id + "." + unique + "@ids.example>\n"
                + (answers.isEmpty() ? "" : "In-Reply-To: <" + answers + "." + unique + "@ids.example>\n")
                + "From: " + from + "\nTo: " + to + "\nSubject: " + subject + "\nMIME-Version: 1.0\nContent-Type: "
                + type + "\n\n" + text + "\n";
        Mailbox.Fetched one = new Mailbox.Fetched.Read(
                new Mailbox.Uid(fetched.size() + 1L),
                MailParser.parse(
                        message.getBytes(StandardCharsets.UTF_8), new SentTime(sent, Optional.of(ZoneOffset.UTC))));
        fetched.add(one);
        assertThat(mails.store(Optional.empty(), box(), new Mailbox.UidValidity(1), List.of(one)))
                .isEqualTo(1);
        MailId stored = mails.received(10).stream()
                .filter(mail -> mail.mail().messageId().orElse("").startsWith(id + "."))
                .findFirst()
                .orElseThrow()
                .id();
        return mails.find(stored).orElseThrow();
    }

    private String box() {
        return "forget-test-" + unique;
    }

    /** Those of the words that a text tells, in whatever case; another address that ends like hers isn't hers. */
    private static List<String> told(List<String> words, String text) {
        String lower = text.toLowerCase(Locale.ROOT).replace("joann@x.example", "");
        return words.stream()
                .filter(word -> lower.contains(word.toLowerCase(Locale.ROOT)))
                .toList();
    }

    private long number(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) database.createNativeQuery(sql).getSingleResult()).longValue());
    }

    /** Every text of every table: plain, in JSON, in arrays and in bytes. */
    private String dump() {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<?> columns = database.createNativeQuery("""
                            select c.table_name, c.column_name, c.data_type
                            from information_schema.columns c join information_schema.tables t
                                on t.table_schema = c.table_schema and t.table_name = c.table_name
                            where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type in
                                ('text', 'character varying', 'character', 'name', 'json', 'jsonb', 'xml', 'ARRAY', 'bytea')
                            order by 1, 2
                            """, Object[].class).getResultList();
            assertThat(columns).hasSizeGreaterThan(40);
            StringBuilder dump = new StringBuilder();
            for (Object column : columns) {
                Object[] named = (Object[]) column;
                String name = "\"" + named[1] + "\"";
                String text =
                        "bytea".equals(named[2]) ? "encode(" + name + ", 'escape')" : "cast(" + name + " as text)";
                database.createNativeQuery(
                                "select " + text + " from \"" + named[0] + "\" where " + name
                                        + " is not null order by 1",
                                String.class)
                        .getResultList()
                        .forEach(value -> dump.append(named[0])
                                .append('.')
                                .append(named[1])
                                .append(": ")
                                .append(value)
                                .append('\n'));
            }
            return dump.toString();
        });
    }

    /** Hashed; without those so few that two mails may share them. */
    private List<byte[]> featuresOf(String writer) {
        return QuarkusTransaction.requiringNew().call(() -> database.createNativeQuery(
                        "select features from lesson where position(:writer in writer) = 1"
                                + " and length(features) > 500",
                        byte[].class)
                .setParameter("writer", writer)
                .getResultList());
    }

    private long lessonsOf(String writer) {
        return Stream.of(Sighting.READING, EVENT, MailTriage.CATEGORY, MailTriage.NEEDS_REPLY)
                .flatMap(subtask -> lessons.of(subtask).stream())
                .map(Lesson::writer)
                .filter(Optional.of(writer)::equals)
                .count();
    }

    /** All that can be exported, together. */
    private String export(String name) throws IOException {
        StringBuilder all = new StringBuilder();
        for (Subtask subtask : List.of(Sighting.READING, EVENT, MailTriage.CATEGORY, MailTriage.NEEDS_REPLY)) {
            for (ChatExport.Kind kind : ChatExport.Kind.values()) {
                Path to = folder.resolve(name + "-" + subtask.name() + "-" + kind);
                exports.write(new Exports.Wish(subtask, kind, TrainerFormat.TRL, 0.1, false), to);
                try (Stream<Path> files = Files.list(to)) {
                    for (Path file : files.sorted().toList()) {
                        all.append(Files.readString(file));
                    }
                }
            }
        }
        return all.toString();
    }
}
