package app.whichday.tuning;

import app.whichday.choice.Choosers;
import app.whichday.choice.LocalModel;
import app.whichday.choice.LogLinearModel;
import app.whichday.choice.LogLinearModelFile;
import app.whichday.choice.Metric;
import app.whichday.choice.ModelVersion;
import app.whichday.choice.Provenance;
import app.whichday.choice.Subtask;
import app.whichday.triage.MailTriage;
import app.whichday.when.Sighting;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The models that the owner's decisions made: which of them answers, which did before, and back again. Every one that was ever
 * live can be returned to while it is kept; the model that ships always can.
 */
@ApplicationScoped
public class PersonalModels {
    private static final Logger LOG = Logger.getLogger(PersonalModels.class);

    /** What learns from its owner, and the model that it starts from. */
    private static final Map<Subtask, String> SHIPPED = shipped();

    /** Besides the live one; older ones are deleted. */
    private static final int KEPT = 12;

    private final EntityManager database;
    private final Choosers choosers;
    private final Event<Worn> worn;
    private final Clock clock;
    /** A model is megabytes; pages only name it. */
    private final Map<Subtask, ModelVersion> shippedVersions = new ConcurrentHashMap<>();

    PersonalModels(EntityManager database, Choosers choosers, Event<Worn> worn, Clock clock) {
        this.database = database;
        this.choosers = choosers;
        this.worn = worn;
        this.clock = clock;
    }

    private static Map<Subtask, String> shipped() {
        Map<Subtask, String> models = new LinkedHashMap<>();
        models.put(Sighting.READING, "/when/reading.model");
        models.put(MailTriage.CATEGORY, "/triage/triage.model");
        models.put(MailTriage.NEEDS_REPLY, "/triage/needs-reply.model");
        return models;
    }

    /**
     * A model that was trained from decisions.
     *
     * @param step what was done with it at once
     * @param decisions how many it learned from
     * @param metrics on decisions that it had not seen, and on the guard set
     * @param liveAt since when it last answers or answered; empty where it never did
     */
    public record Version(
            Subtask subtask,
            ModelVersion name,
            Improvement.Step step,
            String why,
            int decisions,
            List<Metric> metrics,
            Instant trainedAt,
            Optional<Instant> liveAt,
            boolean live) {}

    /**
     * How a subtask's learning stands.
     *
     * @param held whether the owner chose what is live, so that nothing takes its place by itself
     * @param trainedAt when decisions were last looked at; empty while they never were
     * @param decisions how many there were then
     * @param why what came of it, in words; empty while nothing did
     * @param versions the newest first
     */
    public record Learning(
            Subtask subtask,
            ModelVersion shipped,
            boolean held,
            Optional<Instant> trainedAt,
            int decisions,
            String why,
            List<Version> versions) {
        /** Empty while the model that ships answers. */
        public Optional<Version> live() {
            return versions.stream().filter(Version::live).findFirst();
        }
    }

    /**
     * What is to answer once the transaction stands.
     *
     * @param model null for the one that ships
     */
    record Worn(Subtask subtask, @Nullable LocalModel model) {}

    void wear(@Observes(during = TransactionPhase.AFTER_SUCCESS) Worn event) {
        if (event.model == null) {
            choosers.wearShipped(event.subtask);
        } else {
            choosers.wear(event.subtask, event.model);
        }
    }

    /** Versions that may know of what is forgotten go with it, in the same transaction. */
    void forget(@Observes Forgotten forgotten) {
        forgotten.learnedSince().forEach((subtask, since) -> {
            if (SHIPPED.containsKey(subtask)
                    && rows(subtask).stream().anyMatch(version -> !version.trainedAt.isBefore(since))) {
                startAgain(subtask);
            }
        });
    }

    /** After an upgrade the shipped models may describe mails otherwise: what grew from older ones is left, and grows anew. */
    @Startup
    void wearLive() {
        for (Subtask subtask : SHIPPED.keySet()) {
            QuarkusTransaction.joiningExisting().run(() -> begin(subtask));
            QuarkusTransaction.joiningExisting().run(() -> live(subtask).ifPresent(version -> {
                Optional<ModelVersion> parent = version.provenance().parent();
                if (parent.equals(Optional.of(shippedVersion(subtask)))) {
                    wear(version);
                } else {
                    LOG.infof("%s grew from another version of Whichday: learning begins anew", version.name);
                    startAgain(subtask);
                }
            }));
        }
    }

    /** Those that learn. */
    public List<Subtask> subtasks() {
        return List.copyOf(SHIPPED.keySet());
    }

    public List<Learning> all() {
        return subtasks().stream().map(this::of).toList();
    }

    /** @throws NoSuchElementException where the subtask doesn't learn, in one sentence */
    public Learning of(Subtask subtask) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            LearningEntity row = row(subtask);
            List<Version> versions =
                    rows(subtask).stream().map(each -> version(each, row.live)).toList();
            return new Learning(
                    subtask,
                    shippedVersion(subtask),
                    row.held,
                    Optional.ofNullable(row.trainedAt),
                    row.decisions,
                    row.why,
                    versions);
        });
    }

    /**
     * The owner lets a version answer, and holds it: nothing takes its place until they say so.
     *
     * @throws NoSuchElementException where there is no such version, in one sentence
     */
    public void promote(Subtask subtask, ModelVersion name) {
        QuarkusTransaction.joiningExisting().run(() -> {
            ModelVersionEntity version = rows(subtask).stream()
                    .filter(each -> each.version().equals(name))
                    .findFirst()
                    .orElseThrow(() ->
                            new NoSuchElementException("There is no version " + name + " of " + subtask.name() + "."));
            live(row(subtask), version);
            row(subtask).held = true;
        });
    }

    /**
     * Back to the version that was live before, or to the one that ships where there was none; it is held.
     *
     * @return what is live now
     * @throws NoSuchElementException where the one that ships is live already
     */
    public ModelVersion rollBack(Subtask subtask) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            LearningEntity row = row(subtask);
            ModelVersionEntity now = live(subtask)
                    .orElseThrow(() -> new NoSuchElementException(subtask.name()
                            + " is answered by the model that ships: there is nothing to go back from."));
            Optional<ModelVersionEntity> before = rows(subtask).stream()
                    .filter(each -> each.liveAt != null && each.key() < now.key())
                    .findFirst();
            before.ifPresentOrElse(each -> live(row, each), () -> ship(row));
            row.held = true;
            return before.map(ModelVersionEntity::version).orElseGet(() -> shippedVersion(subtask));
        });
    }

    /** The model that ships answers, and is held. */
    public void rollBackToShipped(Subtask subtask) {
        QuarkusTransaction.joiningExisting().run(() -> {
            LearningEntity row = row(subtask);
            ship(row);
            row.held = true;
        });
    }

    /** Better models may go live by themselves again. */
    public void release(Subtask subtask) {
        QuarkusTransaction.joiningExisting().run(() -> row(subtask).held = false);
    }

    /** Deletes all versions of a subtask, for they learned what is to be forgotten. The way of learning goes on. */
    void startAgain(Subtask subtask) {
        QuarkusTransaction.joiningExisting().run(() -> {
            LearningEntity row = row(subtask);
            row.successorOf = live(subtask).map(live -> live.name).orElse(row.successorOf);
            row.trainedAt = null;
            row.why = "";
            ship(row);
            database.flush();
            database.createQuery("delete from TrainedVersion where subtask = :subtask")
                    .setParameter("subtask", subtask.name())
                    .executeUpdate();
        });
    }

    private ModelVersion shippedVersion(Subtask subtask) {
        return shippedVersions.computeIfAbsent(subtask, each -> base(each).version());
    }

    LogLinearModel base(Subtask subtask) {
        String path = SHIPPED.get(subtask);
        if (path == null) {
            throw new NoSuchElementException("The subtask " + subtask.name() + " doesn't learn from decisions.");
        }
        return LogLinearModelFile.resource(path);
    }

    /** The model that answers, or that which is to be succeeded. */
    LogLinearModel predecessor(Subtask subtask) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            String successorOf = row(subtask).successorOf;
            return live(subtask)
                    .map(this::weights)
                    .orElseGet(() ->
                            successorOf == null ? base(subtask) : base(subtask).named(new ModelVersion(successorOf)));
        });
    }

    /** When decisions were last looked at. */
    Optional<Instant> trainedAt(Subtask subtask) {
        return QuarkusTransaction.joiningExisting().call(() -> Optional.ofNullable(row(subtask).trainedAt));
    }

    /** Keeps what came of training, and lets it answer where it is to. Runs in the caller's transaction. */
    void keep(Improvement improvement, int decisions, Instant at) {
        LearningEntity row = row(improvement.subtask());
        row.trainedAt = at.truncatedTo(ChronoUnit.MICROS);
        row.decisions = decisions;
        row.why = improvement.why();
        row.successorOf = null;
        if (decisions < PersonalTraining.FEWEST && !row.held) {
            // So much was taken back that nothing would be proven any more.
            ship(row);
        }
        improvement.trained().ifPresent(trained -> {
            ModelVersionEntity version = stored(improvement, trained);
            if (improvement.goesLive() && !row.held) {
                live(row, version);
            }
            prune(row);
        });
    }

    private ModelVersionEntity stored(Improvement improvement, Improvement.Trained trained) {
        Optional<ModelVersionEntity> known = rows(improvement.subtask()).stream()
                .filter(each -> each.version().equals(trained.model().version()))
                .findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        ModelVersionEntity version = new ModelVersionEntity();
        version.subtask = improvement.subtask().name();
        version.name = trained.model().version().name();
        version.step = improvement.step();
        version.why = improvement.why();
        version.provenance = trained.provenance().toJson();
        version.trainedAt = trained.provenance().trainedAt().truncatedTo(ChronoUnit.MICROS);
        database.persist(version);
        ModelWeightsEntity weights = new ModelWeightsEntity();
        weights.version = version.key();
        weights.weights = LogLinearModelFile.bytes(trained.model());
        database.persist(weights);
        return version;
    }

    private void live(LearningEntity row, ModelVersionEntity version) {
        row.live = version.key();
        version.liveAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        wear(version);
    }

    private void ship(LearningEntity row) {
        row.live = null;
        worn.fire(new Worn(new Subtask(row.subtask), null));
    }

    private void wear(ModelVersionEntity version) {
        worn.fire(new Worn(version.subtask(), LocalModel.of(weights(version), version.provenance())));
    }

    private LogLinearModel weights(ModelVersionEntity version) {
        try {
            return LogLinearModelFile.read(database.find(ModelWeightsEntity.class, version.key()).weights);
        } catch (IOException e) {
            throw new IllegalStateException("The weights of " + version.name + " can't be read", e);
        }
    }

    private void prune(LearningEntity row) {
        List<ModelVersionEntity> old = rows(new Subtask(row.subtask)).stream()
                .filter(each -> !each.id.equals(row.live))
                .skip(KEPT)
                .toList();
        old.forEach(database::remove);
    }

    private Optional<ModelVersionEntity> live(Subtask subtask) {
        return Optional.ofNullable(row(subtask).live).map(id -> database.find(ModelVersionEntity.class, id));
    }

    /** The newest first. */
    private List<ModelVersionEntity> rows(Subtask subtask) {
        return database.createQuery(
                        "from TrainedVersion where subtask = :subtask order by id desc", ModelVersionEntity.class)
                .setParameter("subtask", subtask.name())
                .getResultList();
    }

    private LearningEntity row(Subtask subtask) {
        if (!SHIPPED.containsKey(subtask)) {
            throw new NoSuchElementException("The subtask " + subtask.name() + " doesn't learn from decisions.");
        }
        return database.find(LearningEntity.class, subtask.name());
    }

    private void begin(Subtask subtask) {
        if (database.find(LearningEntity.class, subtask.name()) == null) {
            LearningEntity row = new LearningEntity();
            row.subtask = subtask.name();
            database.persist(row);
        }
    }

    private static Version version(ModelVersionEntity row, @Nullable Long live) {
        Provenance provenance = row.provenance();
        return new Version(
                row.subtask(),
                row.version(),
                row.step,
                row.why,
                provenance.examples(),
                new ArrayList<>(provenance.metrics()),
                row.trainedAt,
                Optional.ofNullable(row.liveAt),
                row.id != null && row.id.equals(live));
    }
}
