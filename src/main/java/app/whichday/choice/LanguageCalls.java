package app.whichday.choice;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps every call in the database, so that what a day has cost outlives a restart, and holds the day to its budget. Days are
 * UTC's.
 */
@ApplicationScoped
public class LanguageCalls implements CallLog {
    private static final Logger LOG = Logger.getLogger(LanguageCalls.class);

    private final EntityManager database;
    private final LanguageSettings settings;
    private final Clock clock;
    /** Local answers of cascades are many and cheap: counted here, and stored with the next call. */
    private final Map<String, Long> kept = new ConcurrentHashMap<>();

    private @Nullable LocalDate today;
    private long spent;

    LanguageCalls(EntityManager database, LanguageSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public boolean affords(long tokens) {
        return settings.tokensPerDay() == 0 || spentToday() + tokens <= settings.tokensPerDay();
    }

    /** Tokens of today, in and out. */
    public synchronized long spentToday() {
        LocalDate day = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        if (!day.equals(today)) {
            spent = QuarkusTransaction.joiningExisting().call(() -> database.createQuery(
                            "select coalesce(sum(inputTokens + outputTokens), 0L) from LanguageCall"
                                    + " where calledAt >= :from",
                            Long.class)
                    .setParameter("from", midnight(day))
                    .getSingleResult());
            today = day;
        }
        return spent;
    }

    @Override
    public void called(LanguageCall call) {
        synchronized (this) {
            spentToday();
            spent += call.inputTokens() + call.outputTokens();
        }
        LanguageCallEntity row = new LanguageCallEntity();
        row.calledAt = clock.instant();
        row.subtask = call.subtask().name();
        row.model = call.model();
        row.result = call.result();
        row.tookMillis = call.took().toMillis();
        row.inputTokens = call.inputTokens();
        row.outputTokens = call.outputTokens();
        row.cost = settings.cost(call.inputTokens(), call.outputTokens());
        QuarkusTransaction.requiringNew().run(() -> database.persist(row));
        store();
    }

    @Override
    public void kept(Subtask subtask) {
        kept.merge(subtask.name(), 1L, Long::sum);
    }

    private void store() {
        LocalDate day = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        for (String subtask : List.copyOf(kept.keySet())) {
            Long count = kept.remove(subtask);
            if (count != null) {
                QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                                "insert into cascade_kept (day, subtask, questions) values (:day, :subtask, :count)"
                                        + " on conflict (day, subtask)"
                                        + " do update set questions = cascade_kept.questions + excluded.questions")
                        .setParameter("day", day)
                        .setParameter("subtask", subtask)
                        .setParameter("count", count)
                        .executeUpdate());
            }
        }
    }

    void stop(@Observes ShutdownEvent event) {
        try {
            store();
        } catch (RuntimeException e) {
            LOG.warn("Could not store how many questions cascades answered locally", e);
        }
    }

    /** Today, by subtask's name; only subtasks of which something was asked. */
    public Map<String, LanguageUsage> today() {
        store();
        LocalDate day = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        return QuarkusTransaction.joiningExisting().call(() -> {
            Map<String, Long> local = kept(day);
            Map<String, List<LanguageCallEntity>> calls = database.createQuery(
                            "from LanguageCall where calledAt >= :from", LanguageCallEntity.class)
                    .setParameter("from", midnight(day))
                    .getResultStream()
                    .collect(Collectors.groupingBy(row -> row.subtask));
            Map<String, LanguageUsage> usage = new HashMap<>();
            local.forEach((subtask, count) -> usage.put(subtask, usage(List.of(), count)));
            calls.forEach((subtask, rows) -> usage.put(subtask, usage(rows, local.getOrDefault(subtask, 0L))));
            return Map.copyOf(usage);
        });
    }

    private Map<String, Long> kept(LocalDate day) {
        Map<String, Long> counts = new HashMap<>();
        List<?> rows = database.createNativeQuery(
                        "select subtask, questions from cascade_kept where day = :day", Object[].class)
                .setParameter("day", day)
                .getResultList();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            counts.put((String) columns[0], ((Number) columns[1]).longValue());
        }
        return counts;
    }

    private static LanguageUsage usage(List<LanguageCallEntity> rows, long kept) {
        long[] took = rows.stream()
                .filter(row -> row.result.sent())
                .mapToLong(row -> row.tookMillis)
                .sorted()
                .toArray();
        return new LanguageUsage(
                rows.stream().collect(Collectors.groupingBy(row -> row.result, Collectors.counting())),
                Latency.percentile(took, 0.5),
                Latency.percentile(took, 0.95),
                rows.stream().mapToLong(row -> row.inputTokens).sum(),
                rows.stream().mapToLong(row -> row.outputTokens).sum(),
                rows.stream().map(row -> row.cost).reduce(BigDecimal.ZERO, BigDecimal::add),
                kept);
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
