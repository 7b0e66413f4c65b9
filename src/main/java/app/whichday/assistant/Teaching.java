package app.whichday.assistant;

import app.whichday.account.Owner;
import app.whichday.account.Owners;
import app.whichday.choice.Option;
import app.whichday.choice.Ranking;
import app.whichday.mail.MailId;
import app.whichday.mail.Mails;
import app.whichday.mail.StoredMail;
import app.whichday.proposal.Decided;
import app.whichday.proposal.Decision;
import app.whichday.triage.Category;
import app.whichday.tuning.Lesson;
import app.whichday.tuning.Lessons;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Turns what the owner does into lessons, each in the transaction of the deed: both are kept, or neither is. The mail is
 * read once more for it, in this process, which yields the questions just as they were put.
 */
@ApplicationScoped
public class Teaching {
    private static final Logger LOG = Logger.getLogger(Teaching.class);

    private final Lessons lessons;
    private final Mails mails;
    private final MailReadings readings;
    private final Owners owners;
    private final LocalReader reader;
    private final Clock clock;

    Teaching(Lessons lessons, Mails mails, MailReadings readings, Owners owners, LocalReader reader, Clock clock) {
        this.lessons = lessons;
        this.mails = mails;
        this.readings = readings;
        this.owners = owners;
        this.reader = reader;
        this.clock = clock;
    }

    void decided(@Observes Decided decided) {
        if (decided.decision() instanceof Decision.Undo) {
            lessons.withdraw(decided.proposal().value());
            return;
        }
        mails.find(decided.draft().mail()).ifPresent(mail -> taught(mail, decided)
                .forEach(lesson -> lessons.keep(
                        lesson, mail.id(), Optional.of(decided.proposal().value()))));
    }

    private List<Lesson> taught(StoredMail mail, Decided decided) {
        Owner owner = owners.current();
        DecisionLessons decision = new DecisionLessons(mail, owner, decided.draft(), decided.at());
        return whereReadable(mail, owner, understood -> Stream.concat(
                                decision.times(understood, decided.decision()).stream(),
                                decision.event(reader.event(understood, owner), decided.decision()).stream())
                        .toList())
                .orElse(List.of());
    }

    /**
     * Puts a mail into the lane where the owner says that it belongs.
     *
     * @throws NoSuchElementException when there is no such mail, or it has yet to be read
     */
    @Transactional
    public void sort(MailId id, Category category) {
        StoredMail mail = stored(id);
        readings.correct(id, category);
        whereReadable(mail, owners.current(), understood -> understood.triage().category())
                .ifPresent(ranking -> keep(mail, ranking, category, Lesson.Origin.SORTED));
    }

    /**
     * Notes whether a mail wants a reply, as the owner says.
     *
     * @throws NoSuchElementException when there is no such mail, or it has yet to be read
     */
    @Transactional
    public void needsReply(MailId id, boolean needed) {
        StoredMail mail = stored(id);
        readings.correct(id, needed);
        whereReadable(mail, owners.current(), understood -> understood.triage().needsReply())
                .ifPresent(ranking -> keep(mail, ranking, needed, Lesson.Origin.SORTED));
    }

    /** Of a mail that the owner wrote: the one that it answers did want a reply. Runs in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    void sent(StoredMail reply, Owner owner) {
        if (!owner.emails().contains(reply.mail().from().email())
                || reply.mail().references().isEmpty()) {
            return;
        }
        String answered = reply.mail().references().getLast();
        mails.thread(reply.thread()).stream()
                .filter(other ->
                        other.mail().messageId().filter(answered::equals).isPresent())
                .filter(other -> !owner.emails().contains(other.mail().from().email()))
                .findFirst()
                .ifPresent(other -> whereReadable(
                                other, owner, understood -> understood.triage().needsReply())
                        .ifPresent(ranking -> keep(other, ranking, true, Lesson.Origin.REPLIED)));
    }

    private StoredMail stored(MailId id) {
        return mails.find(id).orElseThrow(() -> new NoSuchElementException("There is no mail " + id + "."));
    }

    /** Empty where the mail can't be read any more: what the owner did stands all the same. */
    private <T> Optional<T> whereReadable(StoredMail mail, Owner owner, Function<Understanding, T> of) {
        try {
            return Optional.of(of.apply(reader.read(mail.mail(), owner)));
        } catch (RuntimeException | StackOverflowError e) {
            LOG.warnf(e, "Nothing is learned from mail %s: reading it failed", mail.id());
            return Optional.empty();
        }
    }

    private <T> void keep(StoredMail mail, Ranking<T> ranking, T right, Lesson.Origin origin) {
        List<Option<T>> options = ranking.question().options();
        Set<Integer> indices = IntStream.range(0, options.size())
                .filter(i -> options.get(i).value().equals(right))
                .boxed()
                .collect(Collectors.toSet());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Optional<String> writer = Optional.of(mail.mail().from().email()).filter(email -> !email.isBlank());
        Lesson lesson = LessonOf.question(
                ranking.question(),
                indices,
                options.indexOf(ranking.best().option()),
                false,
                mail.thread(),
                writer,
                origin,
                ranking.by(),
                now);
        lessons.keep(lesson, mail.id(), Optional.empty());
    }
}
