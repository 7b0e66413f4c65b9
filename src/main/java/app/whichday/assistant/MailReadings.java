package app.whichday.assistant;

import app.whichday.choice.Subtask;
import app.whichday.event.EventDraft;
import app.whichday.mail.MailId;
import app.whichday.mail.Mails;
import app.whichday.mail.StoredMail;
import app.whichday.triage.Category;
import app.whichday.triage.MailTriage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** What the assistant made of the stored mails. */
@ApplicationScoped
public class MailReadings {
    /** Who chose, where the owner did. */
    private static final String OWNER = "you";

    /** A mail with its reading. */
    public record ReadMail(StoredMail mail, MailReading reading) {}

    /** CDI event, fired after readings were stored. */
    public record Stored(int count) {}

    private final EntityManager entities;
    private final Mails mails;

    MailReadings(EntityManager entities, Mails mails) {
        this.entities = entities;
        this.mails = mails;
    }

    /** Empty while the mail has yet to be read, or was set aside. */
    @Transactional
    public Optional<MailReading> of(MailId mail) {
        return Optional.ofNullable(entities.find(MailReadingEntity.class, mail.value()))
                .map(MailReadingEntity::toReading);
    }

    /** A lane, the mail sent last first. */
    @Transactional
    public List<ReadMail> lane(Category category, int offset, int limit) {
        List<MailReadingEntity> page = entities.createQuery(
                        "from MailReadingEntity where category = :category order by sent desc, mail desc",
                        MailReadingEntity.class)
                .setParameter("category", category)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList();
        Map<MailId, StoredMail> byId = new HashMap<>();
        mails.find(page.stream().map(reading -> new MailId(reading.mail)).toList())
                .forEach(mail -> byId.put(mail.id(), mail));
        List<ReadMail> lane = new ArrayList<>();
        for (MailReadingEntity reading : page) {
            StoredMail mail = byId.get(new MailId(reading.mail));
            if (mail != null) {
                lane.add(new ReadMail(mail, reading.toReading()));
            }
        }
        return lane;
    }

    /** How many mails each lane holds; a lane without any is there with 0. */
    @Transactional
    public Map<Category, Long> counts() {
        Map<Category, Long> counts = new EnumMap<>(Category.class);
        for (Category category : Category.values()) {
            counts.put(category, 0L);
        }
        entities.createQuery("select category, count(*) from MailReadingEntity group by category", Object[].class)
                .getResultList()
                .forEach(row -> counts.put((Category) row[0], (Long) row[1]));
        return counts;
    }

    /** Stores the reading, or replaces that of the same mail. Runs in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    void store(MailReading reading, Instant sent, Optional<EventDraft.Action> action) {
        MailReadingEntity entity = new MailReadingEntity();
        entity.mail = reading.mail().value();
        entity.sent = sent;
        entity.category = reading.category();
        entity.probability = reading.probability();
        entity.needsReply = reading.needsReply();
        entity.action = action.orElse(null);
        entity.dates = reading.dates();
        entity.steps = reading.steps();
        entity.readAt = reading.readAt();
        entity.tookNanos = reading.took().toNanos();
        entities.merge(entity);
    }

    /**
     * Puts the mail into the lane that the owner says, and notes them as who chose it.
     *
     * @throws NoSuchElementException when the mail has yet to be read
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void correct(MailId mail, Category category) {
        MailReadingEntity reading = read(mail);
        reading.category = category;
        reading.probability = 1;
        reading.steps =
                corrected(reading.steps, MailTriage.CATEGORY, category.name().toLowerCase(Locale.ROOT));
    }

    /**
     * Notes whether the mail wants a reply, as the owner says.
     *
     * @throws NoSuchElementException when the mail has yet to be read
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void correct(MailId mail, boolean needsReply) {
        MailReadingEntity reading = read(mail);
        reading.needsReply = needsReply;
        reading.steps =
                corrected(reading.steps, MailTriage.NEEDS_REPLY, needsReply ? "wants a reply" : "wants no reply");
    }

    private MailReadingEntity read(MailId mail) {
        MailReadingEntity reading = entities.find(MailReadingEntity.class, mail.value());
        if (reading == null) {
            throw new NoSuchElementException("The mail " + mail + " has yet to be read.");
        }
        return reading;
    }

    private static List<MailReading.Step> corrected(List<MailReading.Step> steps, Subtask subtask, String chosen) {
        return steps.stream()
                .map(step -> step.subtask().equals(subtask.name())
                        ? new MailReading.Step(step.subtask(), chosen, 1, List.of(), OWNER)
                        : step)
                .toList();
    }

    /** What each of the mails that were read wants done about an event; those that bring none are left out. */
    @Transactional
    Map<MailId, EventDraft.Action> actions(Collection<MailId> of) {
        Map<MailId, EventDraft.Action> actions = new HashMap<>();
        entities.createQuery(
                        "select mail, action from MailReadingEntity where action is not null and mail in :mails",
                        Object[].class)
                .setParameter("mails", of.stream().map(MailId::value).toList())
                .getResultList()
                .forEach(row -> actions.put(new MailId((Long) row[0]), (EventDraft.Action) row[1]));
        return actions;
    }
}
