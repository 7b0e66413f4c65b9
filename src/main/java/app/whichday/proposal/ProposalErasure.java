package app.whichday.proposal;

import app.whichday.calendar.Event;
import app.whichday.calendar.EventUid;
import app.whichday.mail.MailId;
import app.whichday.mail.Whom;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds and deletes the proposals that somebody's mail has led to or that name them, with the decisions on them. */
@ApplicationScoped
public class ProposalErasure {
    private final EntityManager database;

    ProposalErasure(EntityManager database) {
        this.database = database;
    }

    /** Until the caller's transaction ends nothing is offered or decided; what is under way is waited for. */
    @Transactional(TxType.MANDATORY)
    public void waitForOthers() {
        database.createNativeQuery("lock table proposal in exclusive mode").executeUpdate();
    }

    /** Those of the names that participants of proposed events bear, in whatever case; as they stand there. */
    @Transactional
    public Set<String> named(Collection<String> names) {
        Set<String> wanted = lower(names);
        return ProposalEntity.<ProposalEntity>streamAll()
                .flatMap(row -> row.draft().action().event().participants().stream())
                .filter(participant -> wanted.contains(participant.toLowerCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }

    /** The events that stand in the calendar as proposals of these mails have put them there. */
    @Transactional
    public Set<EventUid> events(Collection<MailId> mails) {
        return ProposalEntity.<ProposalEntity>streamAll()
                .filter(row -> mails.contains(new MailId(row.mail)))
                .flatMap(ProposalErasure::put)
                .collect(Collectors.toSet());
    }

    private static Stream<EventUid> put(ProposalEntity row) {
        Set<EventUid> own = own(row.draft().action()).map(Event::uid).collect(Collectors.toSet());
        return row.changes().changes().stream()
                .filter(change -> change.after().isPresent())
                .map(CalendarChanges.Change::uid)
                // A series of which an instance was left out is as much anybody else's.
                .filter(own::contains);
    }

    private static Stream<Event> own(Action action) {
        return action instanceof Action.AnswerInvitation answer
                ? Stream.concat(Stream.of(answer.event()), answer.invitation().changed().stream())
                : Stream.of(action.event());
    }

    /**
     * Proposals of the mails, about the events, or with the address, the domain or one of the names in them.
     *
     * @param names as participants bear them, in whatever case
     */
    @Transactional
    public Set<ProposalId> find(
            Collection<MailId> mails, Collection<EventUid> events, Whom whom, Collection<String> names) {
        Set<String> wanted = lower(names);
        Set<String> uids = events.stream().map(EventUid::value).collect(Collectors.toSet());
        Predicate<String> tells =
                word -> uids.contains(word) || wanted.contains(word.toLowerCase(Locale.ROOT)) || whom.isNamedIn(word);
        return ProposalEntity.<ProposalEntity>streamAll()
                .filter(row ->
                        mails.contains(new MailId(row.mail)) || words(row).anyMatch(tells))
                .map(ProposalEntity::id)
                .collect(Collectors.toSet());
    }

    private static Stream<String> words(ProposalEntity row) {
        return Stream.of(StoredJson.words(row.draft), StoredJson.words(row.changes), Stream.of(row.uid, row.subject))
                .flatMap(each -> each);
    }

    /** How many decisions there are on these. */
    @Transactional
    public int decisions(Collection<ProposalId> proposals) {
        return ((Number) database.createNativeQuery("select count(*) from decision where proposal = any(:ids)")
                        .setParameter("ids", ids(proposals))
                        .getSingleResult())
                .intValue();
    }

    /** Deletes them with the decisions on them, which otherwise stand for ever. Runs in the caller's transaction. */
    @Transactional(TxType.MANDATORY)
    public void erase(Collection<ProposalId> proposals) {
        Long[] ids = ids(proposals);
        forgetting("on");
        database.createNativeQuery("delete from decision where proposal = any(:ids)")
                .setParameter("ids", ids)
                .executeUpdate();
        forgetting("off");
        database.createNativeQuery("delete from proposal where id = any(:ids)")
                .setParameter("ids", ids)
                .executeUpdate();
    }

    /** What the trigger on decision asks for, until this transaction ends. */
    private void forgetting(String onOrOff) {
        database.createNativeQuery("select set_config('whichday.forgetting', :value, true)", String.class)
                .setParameter("value", onOrOff)
                .getSingleResult();
    }

    private static Long[] ids(Collection<ProposalId> proposals) {
        return proposals.stream().map(ProposalId::value).toArray(Long[]::new);
    }

    private static Set<String> lower(Collection<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }
}
