package app.whichday.assistant;

import app.whichday.account.Owner;
import app.whichday.account.Owners;
import app.whichday.calendar.LocalCalendar;
import app.whichday.event.EventDraft;
import app.whichday.mail.MailId;
import app.whichday.mail.Mails;
import app.whichday.mail.StoredMail;
import app.whichday.proposal.Draft;
import app.whichday.proposal.Proposal;
import app.whichday.proposal.Proposals;
import app.whichday.when.Appointment;
import app.whichday.when.Diary;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Reads what has arrived. Reading, proposals and the mail's new state are one transaction per mail, so that a crash
 * anywhere loses nothing and does nothing twice; what goes wrong with a mail stays with that mail.
 */
@ApplicationScoped
public class Intake {
    private static final Logger LOG = Logger.getLogger(Intake.class);
    private static final int BATCH = 50;
    /** Nobody calls off a meeting in a mail of more days. */
    private static final int MOST_DAYS = 40;
    /** A mail that claims another has a broken clock, and no calendar reaches there. */
    private static final int FIRST_YEAR = 1970;

    private static final int LAST_YEAR = 2200;

    private final Mails mails;
    private final MailReadings readings;
    private final Proposals proposals;
    private final LocalCalendar calendar;
    private final Owners owners;
    private final MailReader reader;
    private final Clock clock;
    private final DemoMailbox demo;
    private final Teaching teaching;
    private final Event<MailReadings.Stored> stored;

    Intake(
            Mails mails,
            MailReadings readings,
            Proposals proposals,
            LocalCalendar calendar,
            Owners owners,
            MailReader reader,
            Clock clock,
            DemoMailbox demo,
            Teaching teaching,
            Event<MailReadings.Stored> stored) {
        this.mails = mails;
        this.readings = readings;
        this.proposals = proposals;
        this.calendar = calendar;
        this.owners = owners;
        this.reader = reader;
        this.clock = clock;
        this.demo = demo;
        this.teaching = teaching;
        this.stored = stored;
    }

    /**
     * Reads all mails that wait, those sent last first.
     *
     * @param goOn asked before each mail; what is left when it says no still waits
     * @return how many were read or set aside
     * @throws RuntimeException when the database can't be reached; what was read until then is kept, the rest still waits
     */
    int readAll(BooleanSupplier goOn) {
        int done = 0;
        for (List<StoredMail> batch = mails.received(BATCH); !batch.isEmpty(); batch = mails.received(BATCH)) {
            Owner owner = owners.current();
            int read = 0;
            for (StoredMail mail : batch) {
                if (!goOn.getAsBoolean()) {
                    return done + read;
                }
                readOrSetAside(mail, owner);
                read++;
            }
            done += read;
            stored.fire(new MailReadings.Stored(read));
        }
        return done;
    }

    private void readOrSetAside(StoredMail mail, Owner owner) {
        try {
            read(mail, owner);
        } catch (RuntimeException | StackOverflowError e) {
            if (mails.find(mail.id()).isEmpty()) {
                LOG.infof("Mail %s was forgotten while it was read", mail.id());
                return;
            }
            LOG.warnf(e, "Mail %s is set aside", mail.id());
            QuarkusTransaction.requiringNew().run(() -> mails.setAside(mail.id(), reason(e)));
        }
    }

    private void read(StoredMail mail, Owner owner) {
        List<Appointment> around = around(mail, owner);
        long begun = System.nanoTime();
        Understanding understood = reader.read(mail.mail(), owner, around);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        Instant now = clock.instant();
        MailReading reading = Recording.of(mail.id(), understood, now, took);
        Optional<EventDraft.Action> action = understood.event().map(EventDraft::action);
        QuarkusTransaction.requiringNew().run(() -> {
            readings.store(reading, mail.mail().sent().instant(owner.zone()), action);
            draft(mail, understood, owner).ifPresent(proposals::offer);
            teaching.sent(mail, owner);
            mails.markProcessed(mail.id());
        });
    }

    private Optional<Draft> draft(StoredMail mail, Understanding understood, Owner owner) {
        boolean brings =
                understood.event().isPresent() || understood.invitation().isPresent();
        return brings
                ? new Drafting(owner, demo.now(), days -> on(days, owner))
                        .draft(mail.id(), understood, thread(mail, owner))
                : Optional.empty();
    }

    private List<Appointment> around(StoredMail mail, Owner owner) {
        LocalDate sent = LocalDate.ofInstant(mail.mail().sent().instant(owner.zone()), owner.zone());
        if (sent.getYear() < FIRST_YEAR || sent.getYear() > LAST_YEAR) {
            return List.of();
        }
        return calendar
                .between(sent.minusDays(Diary.BACK.toDays()), sent.plusDays(Diary.AHEAD.toDays()), owner.zone())
                .stream()
                .map(occurrence -> Appointment.of(occurrence.event(), occurrence.time()))
                .toList();
    }

    private List<app.whichday.calendar.Event> on(Set<LocalDate> days, Owner owner) {
        return days.stream()
                .sorted()
                .limit(MOST_DAYS)
                .flatMap(day -> calendar.between(day, day.plusDays(1), owner.zone()).stream())
                .map(LocalCalendar.Occurrence::event)
                .distinct()
                .toList();
    }

    private ThreadSoFar thread(StoredMail mail, Owner owner) {
        List<StoredMail> others = mails.thread(mail.thread()).stream()
                .filter(other -> !other.id().equals(mail.id()))
                .toList();
        if (others.isEmpty()) {
            return new ThreadSoFar(List.of(), owner.zone());
        }
        List<MailId> ids = others.stream().map(StoredMail::id).toList();
        Map<MailId, EventDraft.Action> actions = readings.actions(ids);
        Map<MailId, List<Proposal>> offered = proposals.of(ids).stream()
                .collect(Collectors.groupingBy(proposal -> proposal.draft().mail()));
        return new ThreadSoFar(
                others.stream()
                        .map(other -> new ThreadSoFar.Brought(
                                other.mail().sent().instant(owner.zone()),
                                Optional.ofNullable(actions.get(other.id())),
                                offered.getOrDefault(other.id(), List.of())))
                        .toList(),
                owner.zone());
    }

    private static String reason(Throwable e) {
        return "Reading this mail failed (" + e.getClass().getSimpleName()
                + "). It stays in your mailbox untouched; please report it if it happens again.";
    }
}
