package app.whichday.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import app.whichday.account.Owners;
import app.whichday.choice.Features;
import app.whichday.choice.Subtask;
import app.whichday.mail.MailId;
import app.whichday.tuning.Lesson;
import app.whichday.tuning.Lessons;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Fine-tuning over the API; the configured server is never there. */
@QuarkusTest
@TestProfile(OnFakes.class)
@TestSecurity(user = "owner", roles = Owners.ROLE)
class TuningApiTest {
    @Inject
    Lessons lessons;

    @Inject
    EntityManager database;

    @AfterEach
    void asItWas() {
        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeQuery("delete from fine_tuning_job").executeUpdate();
            database.createNativeQuery("delete from lesson where model = 'tuning-api-test'")
                    .executeUpdate();
        });
    }

    private void learn() {
        QuarkusTransaction.requiringNew()
                .run(() -> lessons.keep(
                        new Lesson(
                                new Subtask("reading"),
                                "see you on [[Friday]]",
                                List.of(
                                        new Lesson.Choice("Friday 7 November", Features.none()),
                                        new Lesson.Choice("Friday 14 November", Features.none())),
                                Set.of(1),
                                0,
                                true,
                                "1",
                                Optional.empty(),
                                Lesson.Origin.CONFIRMED,
                                "tuning-api-test",
                                Instant.EPOCH),
                        new MailId(910_000),
                        Optional.empty()));
    }

    private static ValidatableResponse start(String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/api/tuning/jobs")
                .then();
    }

    @Test
    void nothingIsSentWithoutAYes() {
        learn();
        start("{\"subtask\": \"reading\", \"model\": \"small-model\"}")
                .statusCode(400)
                .body("field", equalTo("yes"))
                .body("detail", containsString("1 example to train on"))
                .body("detail", containsString("to localhost:1"));
        given().get("/api/tuning/jobs").then().statusCode(200).body("$", hasSize(0));
    }

    @Test
    void aJobIsKeptUntilTheServerIsThereAndCanBeCancelled() {
        learn();
        Integer id = start("{\"subtask\": \"reading\", \"model\": \"small-model\", \"epochs\": 3, \"yes\": true}")
                .statusCode(201)
                .body("state", equalTo("preparing"))
                .body("epochs", equalTo(3))
                .body("error", containsString("localhost:1 can't be reached"))
                .extract()
                .path("id");
        given().get("/api/tuning/jobs").then().body("$", hasSize(1));
        given().get("/api/tuning/jobs/" + id)
                .then()
                .statusCode(200)
                .body("job.baseModel", equalTo("small-model"))
                .body("job.createdAt", notNullValue())
                .body("events", hasSize(0));
        given().delete("/api/tuning/jobs/" + id).then().statusCode(200).body("state", equalTo("cancelled"));
        given().delete("/api/tuning/jobs/" + id)
                .then()
                .statusCode(400)
                .body("detail", containsString("has ended already"));
    }

    @Test
    void whatCannotBeIsRefusedInOneSentence() {
        start("{\"subtask\": \"reading\", \"model\": \"m\"}")
                .statusCode(400)
                .body("field", equalTo("subtask"))
                .body("detail", containsString("Nothing was decided yet"));
        start("{\"subtask\": \"lost\", \"model\": \"m\"}").statusCode(400).body("detail", containsString("lost"));
        start("{\"model\": \"m\"}").statusCode(400).body("field", equalTo("subtask"));
        start("{\"subtask\": \"reading\"}").statusCode(400).body("detail", containsString("Name the model"));
        start("{\"subtask\": \"reading\", \"model\": \"m\", \"epochs\": 0}")
                .statusCode(400)
                .body("field", equalTo("hyperparameters"));
        given().get("/api/tuning/jobs/0").then().statusCode(404).body("detail", containsString("no fine-tuning job 0"));
        given().delete("/api/tuning/jobs/0").then().statusCode(404);
    }
}
