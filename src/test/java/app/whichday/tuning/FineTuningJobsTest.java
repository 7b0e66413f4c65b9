package app.whichday.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.whichday.choice.Features;
import app.whichday.choice.LanguageSettings;
import app.whichday.choice.Subtask;
import app.whichday.mail.MailId;
import app.whichday.mail.Whom;
import app.whichday.tuning.FineTuningJob.State;
import app.whichday.tuning.FineTuningServerStub.Trouble;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Jobs in a real database, at a stub of the server; a "restart" is a new bean over the same rows. */
@QuarkusTest
class FineTuningJobsTest {
    private static final Subtask READING = new Subtask("reading");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @Inject
    FineTuningRows rows;

    @Inject
    Exports exports;

    @Inject
    Lessons lessons;

    @Inject
    EntityManager database;

    @Inject
    Event<Forgotten> forgotten;

    private FineTuningServerStub server;
    private FineTuningJobs jobs;

    @BeforeEach
    void start() throws IOException {
        server = new FineTuningServerStub();
        jobs = jobs(FineTuningServerStub.KEY);
    }

    @AfterEach
    void leaveNothing() throws Exception {
        jobs.close();
        server.close();
        QuarkusTransaction.requiringNew().run(() -> {
            database.createQuery("delete from FineTuningEvent").executeUpdate();
            database.createQuery("delete from FineTuningJob").executeUpdate();
            database.createQuery("delete from Lesson where model = 'fine-tuning-test'")
                    .executeUpdate();
        });
    }

    private FineTuningJobs jobs(String key) {
        return jobs(Map.of("base-url", server.baseUrl().toString(), "api-key", key), NOW);
    }

    private FineTuningJobs jobs(Map<String, String> keys, Instant now) {
        SmallRyeConfigBuilder config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(LanguageSettings.class);
        keys.forEach((key, value) -> config.withDefaultValue("whichday.language." + key, value));
        return new FineTuningJobs(
                new FineTuningRows(database, Clock.fixed(now, ZoneOffset.UTC)),
                exports,
                config.build().getConfigMapping(LanguageSettings.class),
                OpenAiFineTuning::new,
                Clock.fixed(now, ZoneOffset.UTC),
                Duration.ofMillis(1));
    }

    @Test
    void whatIsForgottenIsNotSentByAJobThatStillWaitsToBe() {
        long waiting = QuarkusTransaction.requiringNew().call(() -> rows.add(preparing("reading")));
        long other = QuarkusTransaction.requiringNew().call(() -> rows.add(preparing("triage")));

        QuarkusTransaction.requiringNew()
                .run(() -> forgotten.fire(
                        new Forgotten(Whom.of("ann@x.example"), NOW, Map.of(READING, NOW.minusSeconds(60)))));

        assertThat(rows.get(waiting).training).isNull();
        assertThat(rows.get(waiting).state).isEqualTo(FineTuningJob.State.FAILED);
        assertThat(rows.get(waiting).error)
                .isEqualTo("Some of what it was to send was forgotten meanwhile. Start it again.");
        assertThat(rows.get(other).training).isNotNull();
        assertThat(rows.get(other).state).isEqualTo(FineTuningJob.State.PREPARING);
    }

    private static FineTuningJobEntity preparing(String subtask) {
        FineTuningJobEntity row = new FineTuningJobEntity();
        row.mark = "forget-" + subtask;
        row.service = "http://elsewhere.example/v1";
        row.subtask = subtask;
        row.baseModel = "base";
        row.trainingName = "train-" + subtask + ".jsonl";
        row.training = new byte[] {1};
        return row;
    }

    private void restart() throws Exception {
        jobs.close();
        jobs = jobs(FineTuningServerStub.KEY);
    }

    private static FineTuningJobs.Wish wish(Hyperparameters hyperparameters) {
        return new FineTuningJobs.Wish(READING, "small-model", hyperparameters, Optional.empty(), 0.1, false);
    }

    private static Hyperparameters epochs(int epochs) {
        return new Hyperparameters(Optional.of(epochs), Optional.empty(), Optional.empty());
    }

    private static FineTuningJobs.Plan plan(Hyperparameters hyperparameters) {
        return new FineTuningJobs.Plan(
                wish(hyperparameters),
                "localhost",
                2,
                1,
                90,
                "{\"train\":1}\n{\"train\":2}\n".getBytes(StandardCharsets.UTF_8),
                "{\"validation\":1}\n".getBytes(StandardCharsets.UTF_8));
    }

    private static FineTuningJobs.Plan plan() {
        return plan(Hyperparameters.CHOSEN_THERE);
    }

    @Test
    void aJobIsStartedWatchedAndFinished() throws Exception {
        FineTuningJob started = jobs.start(plan(epochs(3)));
        assertThat(started.state()).isEqualTo(State.WAITING);
        assertThat(started.remoteId()).isPresent();
        assertThat(server.contents().values())
                .anyMatch(text -> text.contains("{\"train\":2}"))
                .anyMatch(text -> text.contains("{\"validation\":1}"));
        assertThat(rows.get(started.id()).training).isNull();
        assertThat(server.onlyJob().toString()).contains("\"n_epochs\":3", "whichday-");

        String remote = started.remoteId().orElseThrow();
        server.status(remote, "running");
        server.event(remote, "Step 1");
        jobs.advanceAll();
        assertThat(jobs.get(started.id()).state()).isEqualTo(State.RUNNING);
        restart();
        server.event(remote, "Step 2");
        server.succeed(remote, "ft:small-model::whichday");
        jobs.advanceAll();

        FineTuningJob done = jobs.get(started.id());
        assertThat(done.state()).isEqualTo(State.SUCCEEDED);
        assertThat(done.resultModel()).contains("ft:small-model::whichday");
        assertThat(done.trainedTokens()).hasValue(4711);
        assertThat(done.error()).isEmpty();
        assertThat(jobs.events(started.id()))
                .extracting(FineTuningJob.Event::message)
                .containsExactly("Step 1", "Step 2");
        assertThat(server.contents()).as("mail text left at the server").isEmpty();

        int asked = server.requests().size();
        jobs.advanceAll();
        assertThat(server.requests()).as("an ended job is left alone").hasSize(asked);
    }

    @Test
    void aFailedJobSaysWhy() {
        FineTuningJob job = jobs.start(plan());
        server.fail(job.remoteId().orElseThrow(), "Too few examples");
        FineTuningJob failed = jobs.advance(job.id());
        assertThat(failed.state()).isEqualTo(State.FAILED);
        assertThat(failed.error()).contains("Too few examples");
        assertThat(server.contents()).isEmpty();
    }

    @Test
    void aRunningJobIsCancelled() {
        FineTuningJob job = jobs.start(plan());
        FineTuningJob cancelled = jobs.cancel(job.id());
        assertThat(cancelled.state()).isEqualTo(State.CANCELLED);
        assertThat(server.onlyJob().path("status").asText()).isEqualTo("cancelled");
        assertThat(server.contents()).isEmpty();
        assertThatThrownBy(() -> jobs.cancel(job.id())).hasMessageContaining("has ended already");
    }

    @Test
    void aCancelThatDoesNotGetThroughIsRepeatedAfterARestart() throws Exception {
        FineTuningJob job = jobs.start(plan());
        String look = "GET /fine_tuning/jobs/" + job.remoteId().orElseThrow();
        Trouble[] silence = new Trouble[9];
        Arrays.fill(silence, Trouble.BROKEN);
        server.trouble(look, silence);
        FineTuningJob still = jobs.cancel(job.id());
        assertThat(still.state()).isEqualTo(State.WAITING);
        assertThat(still.cancelAsked()).isTrue();
        assertThat(still.error()).get().asString().contains("(500)");
        restart();
        jobs.advanceAll();
        assertThat(jobs.get(job.id()).state()).isEqualTo(State.CANCELLED);
        assertThat(jobs.get(job.id()).error()).isEmpty();
    }

    @Test
    void hiccupsAreSatOutAndNothingIsDoneTwice() {
        server.trouble("POST /files", Trouble.BUSY, Trouble.ANSWER_LOST);
        server.trouble("POST /fine_tuning/jobs", Trouble.BROKEN, Trouble.ANSWER_LOST);
        FineTuningJob job = jobs.start(plan());
        jobs.advanceAll();
        jobs.advanceAll();
        assertThat(jobs.get(job.id()).state()).isEqualTo(State.WAITING);
        assertThat(jobs.get(job.id()).error()).isEmpty();
        assertThat(server.contents()).hasSize(2);
        assertThat(server.jobs()).hasSize(1);
    }

    @Test
    void aRestartRightAfterTheUploadUploadsNothingAgain() throws Exception {
        server.trouble("POST /files", Trouble.ANSWER_LOST, Trouble.BROKEN, Trouble.BROKEN);
        server.trouble(
                "GET /files",
                Trouble.BROKEN,
                Trouble.BROKEN,
                Trouble.BROKEN,
                Trouble.BROKEN,
                Trouble.BROKEN,
                Trouble.BROKEN);
        FineTuningJob job = jobs.start(plan());
        assertThat(job.state()).isEqualTo(State.PREPARING);
        assertThat(rows.get(job.id()).training).as("still to be sent, perhaps").isNotNull();
        server.trouble("POST /files");
        restart();
        jobs.advanceAll();
        assertThat(jobs.get(job.id()).state()).isEqualTo(State.WAITING);
        assertThat(server.contents()).hasSize(2);
        assertThat(server.jobs()).hasSize(1);
    }

    @Test
    void aRestartRightAfterTheCreationFindsTheJobAgain() throws Exception {
        server.trouble("POST /fine_tuning/jobs", Trouble.ANSWER_LOST);
        Trouble[] silence = new Trouble[9];
        Arrays.fill(silence, Trouble.BROKEN);
        server.trouble("GET /fine_tuning/jobs", silence);
        FineTuningJob job = jobs.start(plan());
        assertThat(job.state()).isEqualTo(State.PREPARING);
        assertThat(job.remoteId()).isEmpty();
        server.trouble("GET /fine_tuning/jobs");
        restart();
        jobs.advanceAll();
        assertThat(jobs.get(job.id()).remoteId())
                .contains(server.jobs().keySet().iterator().next());
        assertThat(server.count("POST /fine_tuning/jobs")).isEqualTo(1);
        assertThat(rows.get(job.id()).training).isNull();
    }

    @Test
    void whatWasCreatedUnknownToUsIsCancelledAllTheSame() throws Exception {
        server.trouble("POST /fine_tuning/jobs", Trouble.ANSWER_LOST);
        Trouble[] silence = new Trouble[9];
        Arrays.fill(silence, Trouble.BROKEN);
        server.trouble("GET /fine_tuning/jobs", silence);
        FineTuningJob job = jobs.start(plan());
        server.trouble("GET /fine_tuning/jobs");
        assertThat(jobs.cancel(job.id()).state()).isEqualTo(State.CANCELLED);
        assertThat(server.onlyJob().path("status").asText()).isEqualTo("cancelled");
    }

    @Test
    void whatNeverGotThereIsCancelledHere() {
        server.close();
        FineTuningJob job = jobs.start(plan());
        assertThat(job.state()).isEqualTo(State.PREPARING);
        assertThat(job.error()).get().asString().contains("can't be reached");
        assertThat(jobs.cancel(job.id()).state()).isEqualTo(State.CANCELLED);
        assertThat(rows.get(job.id()).training).isNull();
    }

    @Test
    void whatDoesNotGetThereInADayIsGivenUp() throws Exception {
        server.close();
        FineTuningJob job = jobs.start(plan());
        jobs(Map.of("base-url", server.baseUrl().toString()), NOW.plus(Duration.ofHours(25)))
                .advanceAll();
        assertThat(jobs.get(job.id()).state()).isEqualTo(State.FAILED);
        assertThat(rows.get(job.id()).training).isNull();
    }

    @Test
    void variantsShareTheirFilesAndTheLastOneTidiesUp() {
        FineTuningJob first = jobs.start(plan(epochs(2)));
        FineTuningJob second = jobs.start(plan(epochs(4)));
        assertThat(server.count("POST /files")).isEqualTo(2);
        assertThat(server.jobs()).hasSize(2);
        server.succeed(first.remoteId().orElseThrow(), "ft:first");
        jobs.advanceAll();
        assertThat(jobs.get(first.id()).state()).isEqualTo(State.SUCCEEDED);
        assertThat(server.contents()).as("the second still trains on them").hasSize(2);
        server.succeed(second.remoteId().orElseThrow(), "ft:second");
        jobs.advanceAll();
        jobs.advanceAll();
        assertThat(server.contents()).isEmpty();
        assertThat(jobs.all())
                .extracting(job -> job.resultModel().orElseThrow())
                .containsExactly("ft:second", "ft:first");
    }

    @Test
    void aWrongKeyFailsInOneSentence() throws Exception {
        FineTuningJobs wrong = jobs("wrong-key");
        FineTuningJob job = wrong.start(plan());
        wrong.close();
        assertThat(job.state()).isEqualTo(State.FAILED);
        assertThat(job.error())
                .contains(server.baseUrl().getAuthority()
                        + " refuses the API key: set whichday.language.api-key to one that may fine-tune there.");
        assertThat(server.requests()).hasSize(1);
        assertThat(rows.get(job.id()).training).isNull();
    }

    @Test
    void aKeyThatIsChangedLaterDoesNotEndTheJob() throws Exception {
        FineTuningJob job = jobs.start(plan());
        FineTuningJobs wrong = jobs("wrong-key");
        FineTuningJob watched = wrong.advance(job.id());
        wrong.close();
        assertThat(watched.state()).isEqualTo(State.WAITING);
        assertThat(watched.error()).get().asString().contains("whichday.language.api-key");
        assertThat(jobs.advance(job.id()).error()).isEmpty();
    }

    @Test
    void whatTheServerRefusesFailsAndLeavesNoFileThere() {
        server.trouble("POST /fine_tuning/jobs", Trouble.BAD_REQUEST);
        FineTuningJob job = jobs.start(plan());
        assertThat(job.state()).isEqualTo(State.FAILED);
        assertThat(job.error()).get().asString().contains("not available for fine-tuning");
        jobs.advanceAll();
        assertThat(server.contents()).isEmpty();
    }

    @Test
    void anotherServerIsNotAskedAboutTheJob() throws Exception {
        FineTuningJob job = jobs.start(plan());
        int asked = server.requests().size();
        try (FineTuningServerStub other = new FineTuningServerStub()) {
            FineTuningJobs moved = jobs(Map.of("base-url", other.baseUrl().toString()), NOW);
            moved.advanceAll();
            assertThat(moved.advance(job.id()).error()).get().asString().contains("whichday.language.base-url");
            assertThat(other.requests()).isEmpty();
        }
        assertThat(server.requests()).hasSize(asked);
    }

    @Test
    void planningSendsNothing() throws Exception {
        QuarkusTransaction.requiringNew().run(() -> {
            for (int i = 0; i < 12; i++) {
                lessons.keep(lesson(i), new MailId(900_000 + i), Optional.empty());
            }
        });
        FineTuningJobs.Plan plan = jobs.plan(wish(Hyperparameters.CHOSEN_THERE));
        assertThat(plan.examples() + plan.validationExamples()).isGreaterThanOrEqualTo(12);
        assertThat(plan.sentence()).contains("to train on", "to validate with", "tokens", plan.host());
        assertThat(new String(plan.training(), StandardCharsets.UTF_8)).contains("\"messages\"", "see you on");
        assertThat(server.requests()).isEmpty();
    }

    private static Lesson lesson(int i) {
        return new Lesson(
                READING,
                "mail " + i + ": see you on [[Friday]]",
                List.of(
                        new Lesson.Choice("Friday 7 November", Features.none()),
                        new Lesson.Choice("Friday 14 November", Features.none())),
                Set.of(i % 2),
                0,
                true,
                Integer.toString(i),
                Optional.empty(),
                Lesson.Origin.CONFIRMED,
                "fine-tuning-test",
                NOW);
    }

    @Test
    void withoutServerOrLessonsThereIsNothingToPlan() {
        assertThatThrownBy(() -> jobs(Map.of(), NOW).plan(wish(Hyperparameters.CHOSEN_THERE)))
                .hasMessageContaining("set whichday.language.base-url");
        assertThatThrownBy(() -> jobs.plan(new FineTuningJobs.Wish(
                        new Subtask("lost"), "m", Hyperparameters.CHOSEN_THERE, Optional.empty(), 0, false)))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("lost");
        assertThatThrownBy(() -> jobs.get(-1)).hasMessage("There is no fine-tuning job -1.");
    }
}
