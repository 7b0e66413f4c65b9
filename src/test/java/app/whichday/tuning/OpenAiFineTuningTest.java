package app.whichday.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.whichday.tuning.FineTuningServerStub.Trouble;
import app.whichday.tuning.FineTuningService.Order;
import app.whichday.tuning.FineTuningService.Remote;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The official client against a stub of the protocol. */
class OpenAiFineTuningTest {
    private static final byte[] LINES = "{\"messages\":[]}\n".getBytes(StandardCharsets.UTF_8);

    private FineTuningServerStub server;
    private OpenAiFineTuning service;

    @BeforeEach
    void start() throws IOException {
        server = new FineTuningServerStub();
        service = new OpenAiFineTuning(server.baseUrl(), Optional.of(FineTuningServerStub.KEY));
    }

    @AfterEach
    void stop() {
        service.close();
        server.close();
    }

    private static Order order(String mark) {
        return new Order(
                mark, "small-model", "file-1", Optional.of("file-2"), Hyperparameters.CHOSEN_THERE, "whichday-abcdef");
    }

    @Test
    void aFileIsUploadedFoundAndRemoved() {
        String id = service.upload("ours.jsonl", LINES);
        assertThat(server.contents().get(id)).contains("ours.jsonl", "{\"messages\":[]}", "fine-tune");
        assertThat(service.findFile("ours.jsonl")).contains(id);
        assertThat(service.findFile("theirs.jsonl")).isEmpty();
        service.removeFile(id);
        service.removeFile(id);
        assertThat(server.contents()).isEmpty();
    }

    @Test
    void aFileIsFoundPagesBack() {
        String id = service.upload("ours.jsonl", LINES);
        for (int i = 0; i < 5; i++) {
            service.upload("theirs" + i + ".jsonl", LINES);
        }
        assertThat(service.findFile("ours.jsonl")).contains(id);
    }

    @Test
    void aJobCarriesItsOrder() {
        Hyperparameters hyperparameters = new Hyperparameters(Optional.of(3), Optional.of(0.5), Optional.of(8));
        Remote job = service.create(
                new Order("m-1", "small-model", "file-1", Optional.of("file-2"), hyperparameters, "mine"));
        assertThat(job.state()).isEqualTo(FineTuningJob.State.WAITING);
        assertThat(job.status()).isEqualTo("validating_files");
        assertThat(job.resultModel()).isEmpty();
        assertThat(job.error()).isEmpty();
        assertThat(server.onlyJob().toString())
                .contains(
                        "\"model\":\"small-model\"",
                        "\"training_file\":\"file-1\"",
                        "\"validation_file\":\"file-2\"",
                        "\"user_provided_suffix\":\"mine\"",
                        "\"whichday\":\"m-1\"",
                        "\"type\":\"supervised\"",
                        "\"n_epochs\":3",
                        "\"learning_rate_multiplier\":0.5",
                        "\"batch_size\":8");
    }

    @Test
    void whatTheServerChoosesIsNotSent() {
        service.create(order("m-1"));
        assertThat(server.onlyJob().has("method")).isFalse();
    }

    @Test
    void aJobIsFoundByItsMarkPagesBack() {
        Remote job = service.create(order("m-1"));
        for (int i = 2; i < 7; i++) {
            service.create(order("m-" + i));
        }
        assertThat(service.findJob(order("m-1"))).map(Remote::id).contains(job.id());
        assertThat(service.findJob(order("m-9"))).isEmpty();
    }

    @Test
    void whereTheMarkIsDroppedTheSuffixAndTheFileTell() {
        server.forgetMetadata();
        Remote job = service.create(order("abcdef-0123"));
        assertThat(service.findJob(order("abcdef-0123"))).map(Remote::id).contains(job.id());
        assertThat(service.findJob(order("123456-0123"))).isEmpty();
    }

    @Test
    void aJobGoesItsWay() {
        String id = service.create(order("m-1")).id();
        server.status(id, "running");
        assertThat(service.job(id).state()).isEqualTo(FineTuningJob.State.RUNNING);
        server.status(id, "paused");
        assertThat(service.job(id).state()).isEqualTo(FineTuningJob.State.WAITING);
        server.succeed(id, "ft:small-model::whichday");
        assertThat(service.job(id).resultModel()).contains("ft:small-model::whichday");
        assertThat(service.job(id).trainedTokens()).isEqualTo(OptionalLong.of(4711));
        server.fail(id, "Line 3 is\u001b[31m no JSON\nat all");
        assertThat(service.job(id).state()).isEqualTo(FineTuningJob.State.FAILED);
        assertThat(service.job(id).error()).contains("Line 3 is [31m no JSON at all");
        assertThat(service.cancel(id).state()).isEqualTo(FineTuningJob.State.CANCELLED);
    }

    @Test
    void eventsComeOldestFirstAndOnlyOnce() {
        String id = service.create(order("m-1")).id();
        assertThat(service.events(id, Optional.empty())).isEmpty();
        for (int i = 1; i <= 5; i++) {
            server.event(id, "Step " + i);
        }
        var all = service.events(id, Optional.empty());
        assertThat(all)
                .extracting(FineTuningService.Event::message)
                .containsExactly("Step 1", "Step 2", "Step 3", "Step 4", "Step 5");
        assertThat(service.events(id, Optional.of(all.get(2).id())))
                .extracting(FineTuningService.Event::message)
                .containsExactly("Step 4", "Step 5");
    }

    @Test
    void lookingIsRepeatedAfterAHiccup() {
        String id = service.create(order("m-1")).id();
        server.trouble("GET /fine_tuning/jobs/" + id, Trouble.BROKEN, Trouble.BUSY);
        assertThat(service.job(id).id()).isEqualTo(id);
    }

    @Test
    void whatCouldBeDoneTwiceIsSentOnce() {
        server.trouble("POST /fine_tuning/jobs", Trouble.BROKEN, Trouble.ANSWER_LOST);
        server.trouble("POST /files", Trouble.BUSY, Trouble.ANSWER_LOST);
        for (int i = 0; i < 2; i++) {
            assertAgain(() -> service.create(order("m-1")));
            assertAgain(() -> service.upload("ours.jsonl", LINES));
        }
        assertThat(server.count("POST /fine_tuning/jobs")).isEqualTo(2);
        assertThat(server.count("POST /files")).isEqualTo(2);
    }

    private static void assertAgain(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(FineTuningException.class, e -> assertThat(e.again())
                .isTrue());
    }

    @Test
    void aWrongKeyIsOneSentence() {
        try (OpenAiFineTuning wrong = new OpenAiFineTuning(server.baseUrl(), Optional.of("wrong-key"))) {
            assertThatThrownBy(() -> wrong.upload("ours.jsonl", LINES))
                    .isInstanceOfSatisfying(FineTuningException.class, e -> assertThat(e.again())
                            .isFalse())
                    .hasMessage(server.baseUrl().getAuthority()
                            + " refuses the API key: set whichday.language.api-key to one that may fine-tune there.");
        }
    }

    @Test
    void whatIsRefusedForGoodSaysWhy() {
        server.trouble("POST /fine_tuning/jobs", Trouble.BAD_REQUEST);
        assertThatThrownBy(() -> service.create(order("m-1")))
                .isInstanceOfSatisfying(
                        FineTuningException.class, e -> assertThat(e.again()).isFalse())
                .hasMessageContaining("(400)")
                .hasMessageEndingWith("The model is not available for fine-tuning.");
    }

    @Test
    void aServerThatDoesNotFineTuneIsNamed() {
        try (OpenAiFineTuning elsewhere = new OpenAiFineTuning(
                URI.create(server.baseUrl().toString() + "/chat"), Optional.of(FineTuningServerStub.KEY))) {
            assertThatThrownBy(() -> elsewhere.create(order("m-1")))
                    .isInstanceOfSatisfying(FineTuningException.class, e -> assertThat(e.isMissing())
                            .isTrue())
                    .hasMessageContaining("set whichday.language.base-url");
        }
    }

    @Test
    void nobodyThereMayPass() {
        server.close();
        assertAgain(() -> service.create(order("m-1")));
    }
}
