package app.whichday.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.whichday.choice.Choosers;
import app.whichday.choice.ModelVersion;
import app.whichday.choice.Subtask;
import app.whichday.mail.MailId;
import app.whichday.mail.Whom;
import app.whichday.triage.MailTriage;
import app.whichday.when.Sighting;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What was learned answers, can be gone back from, and is gone when it has to be. */
@QuarkusTest
class PersonalModelsTest {
    private static final Subtask SUBTASK = MailTriage.CATEGORY;
    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    private static SimulatedAssistant heard;

    @Inject
    PersonalModels models;

    @Inject
    Retraining retraining;

    @Inject
    Lessons lessons;

    @Inject
    Conventions conventions;

    @Inject
    Choosers choosers;

    @Inject
    EntityManager database;

    @Inject
    Event<Forgotten> forgotten;

    @BeforeAll
    static void hearAnOwner() throws IOException {
        heard = new SimulatedAssistant(0);
        SimulatedAssistant.Tally tally = new SimulatedAssistant.Tally();
        new SimulatedOwner(3, 0).days(14).forEach(day -> day.forEach(told -> heard.take(told, tally)));
    }

    @AfterEach
    void leaveNothing() {
        Taught.forget(database, models);
    }

    private void teach(Subtask subtask, int from, int to) {
        List<Lesson> all = heard.lessons.get(subtask);
        QuarkusTransaction.requiringNew().run(() -> {
            for (int i = from; i < Math.min(to, all.size()); i++) {
                lessons.keep(all.get(i), new MailId(1_000_000 + i), Optional.empty());
            }
        });
    }

    private ModelVersion answering(Subtask subtask) {
        return choosers.subtasks().stream()
                .filter(each -> each.subtask().equals(subtask))
                .findFirst()
                .orElseThrow()
                .local()
                .version();
    }

    @Test
    void whatWasLearnedAnswersAtOnceAndAfterARestart() {
        ModelVersion shipped = answering(SUBTASK);
        teach(SUBTASK, 0, 120);

        Improvement improvement = retraining.train(SUBTASK);

        assertThat(improvement.step()).as(improvement.why()).isEqualTo(Improvement.Step.PROMOTED);
        ModelVersion own = answering(SUBTASK);
        assertThat(own).isNotEqualTo(shipped);
        PersonalModels.Learning learning = models.of(SUBTASK);
        assertThat(learning.live().orElseThrow().name()).isEqualTo(own);
        assertThat(learning.live().orElseThrow().decisions()).isEqualTo(120);
        assertThat(learning.why()).isEqualTo(improvement.why());

        choosers.wearShipped(SUBTASK);
        models.wearLive();
        assertThat(answering(SUBTASK)).isEqualTo(own);
    }

    @Test
    void anEarlierVersionComesBackAndStaysUntilTheOwnerReleasesIt() {
        ModelVersion shipped = answering(SUBTASK);
        teach(SUBTASK, 0, 90);
        retraining.train(SUBTASK);
        ModelVersion first = answering(SUBTASK);
        teach(SUBTASK, 90, 130);
        retraining.train(SUBTASK);
        ModelVersion second = answering(SUBTASK);
        assertThat(List.of(shipped, first, second)).doesNotHaveDuplicates();

        assertThat(models.rollBack(SUBTASK)).isEqualTo(first);
        assertThat(answering(SUBTASK)).isEqualTo(first);
        teach(SUBTASK, 130, 140);
        retraining.train(SUBTASK);
        assertThat(answering(SUBTASK)).isEqualTo(first);

        assertThat(models.rollBack(SUBTASK)).isEqualTo(shipped);
        assertThat(answering(SUBTASK)).isEqualTo(shipped);
        assertThatThrownBy(() -> models.rollBack(SUBTASK))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("the model that ships");

        models.promote(SUBTASK, second);
        assertThat(answering(SUBTASK)).isEqualTo(second);
        models.release(SUBTASK);
        retraining.train(SUBTASK);
        assertThat(answering(SUBTASK)).isNotIn(shipped, first, second);
        assertThatThrownBy(() -> models.promote(SUBTASK, new ModelVersion("triage/own-x-0")))
                .hasMessage("There is no version triage/own-x-0 of triage.");
    }

    @Test
    void afterSomethingHadToBeForgottenNoVersionIsLeftAndLearningGoesOn() {
        teach(SUBTASK, 0, 120);
        retraining.train(SUBTASK);
        ModelVersion before = answering(SUBTASK);
        QuarkusTransaction.requiringNew().run(() -> database.createQuery("delete from Lesson where mail < :mail")
                .setParameter("mail", 1_000_010L)
                .executeUpdate());

        models.startAgain(SUBTASK);

        assertThat(models.of(SUBTASK).versions()).isEmpty();
        assertThat(answering(SUBTASK)).isEqualTo(models.of(SUBTASK).shipped());
        assertThat(retraining.train(SUBTASK).step()).isEqualTo(Improvement.Step.REFRESHED);
        assertThat(answering(SUBTASK)).isNotEqualTo(before);
        assertThat(models.of(SUBTASK).live().orElseThrow().decisions()).isEqualTo(110);
    }

    @Test
    void aVersionThatMayKnowOfWhatIsForgottenGoesWithItAndAnOlderOneDoesNot() {
        teach(SUBTASK, 0, 120);
        retraining.train(SUBTASK);
        Instant trained = models.of(SUBTASK).versions().getFirst().trainedAt();

        forget(trained.plusSeconds(1));
        assertThat(models.of(SUBTASK).versions()).hasSize(1);
        forget(trained.minusSeconds(1));
        assertThat(models.of(SUBTASK).versions()).isEmpty();
        assertThat(answering(SUBTASK)).isEqualTo(models.of(SUBTASK).shipped());
    }

    private void forget(Instant since) {
        QuarkusTransaction.requiringNew()
                .run(() -> forgotten.fire(new Forgotten(Whom.of("ana@choir.example"), since, Map.of(SUBTASK, since))));
    }

    @Test
    void whenMostIsTakenBackTheShippedModelAnswersAgain() {
        teach(SUBTASK, 0, 120);
        retraining.train(SUBTASK);
        QuarkusTransaction.requiringNew()
                .run(() -> lessons.withdraw(lessons.kept(SUBTASK).stream()
                        .limit(110)
                        .map(Lessons.Kept::id)
                        .toList()));

        Improvement improvement = retraining.train(SUBTASK);

        assertThat(improvement.step()).isEqualTo(Improvement.Step.NONE);
        assertThat(answering(SUBTASK)).isEqualTo(models.of(SUBTASK).shipped());
    }

    @Test
    void aCorrespondentsHabitIsShownCorrectedAndDeleted() {
        teach(Sighting.READING, 0, 200);
        Conventions.Convention next = of("ana@choir.example", "next-weekday");
        assertThat(next.habit().writes() + " is " + next.habit().means()).isEqualTo("“next Friday” is the coming one");
        assertThat(next.times()).isEqualTo(next.of());
        assertThat(next.corrected()).isPositive();
        assertThat(of("lars@fjord.example", "figures").habit().means()).isEqualTo("4 March: the day first");
        assertThat(conventions.all())
                .filteredOn(each -> each.writer().equals("ana@choir.example"))
                .anySatisfy(each -> assertThat(each.habit().means()).matches("(19|20|21):00"));

        conventions.correct("ana@choir.example", next.alternatives().getFirst());
        assertThat(lessons.kept(Sighting.READING))
                .hasSize(Math.min(200, heard.lessons.get(Sighting.READING).size()));
        assertThat(conventions.all())
                .filteredOn(each -> each.writer().equals("ana@choir.example")
                        && each.habit().equals(next.habit()))
                .isEmpty();

        conventions.delete("lars@fjord.example", "figures");
        assertThat(conventions.all())
                .filteredOn(each -> each.writer().startsWith("lars"))
                .isEmpty();
        assertThatThrownBy(() -> conventions.delete("lars@fjord.example", "figures"))
                .hasMessage("Nothing was decided about that of lars@fjord.example.");
    }

    private Conventions.Convention of(String writer, String about) {
        return conventions.all().stream()
                .filter(each ->
                        each.writer().equals(writer) && each.habit().about().equals(about))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void itLearnsAfterSomeDecisionsAndAtNightAfterAny() {
        Instant evening = Instant.parse("2025-03-10T22:00:00Z");
        assertThat(retraining.due(0, Optional.empty(), evening, ZONE)).isFalse();
        assertThat(retraining.due(1, Optional.empty(), evening, ZONE)).isTrue();
        assertThat(retraining.due(9, Optional.of(evening.minusSeconds(60)), evening, ZONE))
                .isFalse();
        assertThat(retraining.due(10, Optional.of(evening.minusSeconds(60)), evening, ZONE))
                .isTrue();
        Instant morning = Instant.parse("2025-03-11T07:00:30Z");
        assertThat(retraining.due(1, Optional.of(evening), morning.minusSeconds(60), ZONE))
                .isFalse();
        assertThat(retraining.due(1, Optional.of(evening), morning, ZONE)).isTrue();
        assertThat(retraining.due(1, Optional.of(morning), morning.plusSeconds(3600), ZONE))
                .isFalse();
    }
}
