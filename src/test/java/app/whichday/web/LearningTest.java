package app.whichday.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import app.whichday.account.Owners;
import app.whichday.tuning.Lessons;
import app.whichday.tuning.PersonalModels;
import app.whichday.tuning.Taught;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the owner sees of what was learned, and does about it. */
@QuarkusTest
@TestProfile(OnFakes.class)
@TestSecurity(user = "owner", roles = Owners.ROLE)
class LearningTest {
    @Inject
    Lessons lessons;

    @Inject
    PersonalModels models;

    @Inject
    EntityManager database;

    @Inject
    Clock clock;

    @AfterEach
    void leaveNothing() {
        Taught.forget(database, models);
    }

    @Test
    void beforeAnythingWasDecidedThePageSaysSo() {
        given().get("/learning")
                .then()
                .statusCode(200)
                .body(containsString("Nothing was decided in the last twelve weeks"))
                .body(containsString("Nobody here means their words otherwise"));
        given().get("/api/learning")
                .then()
                .statusCode(200)
                .body("subtasks.subtask", equalTo(List.of("reading", "triage", "needs-reply")))
                .body("subtasks[0].live", startsWith("reading/base-"))
                .body("conventions", hasSize(0));
    }

    @Test
    void decisionsBecomeAModelThatAnswersAndCanBeGoneBackFrom() throws IOException {
        Taught.until(clock.instant(), lessons);
        given().contentType("application/json")
                .post("/api/learning/triage/train")
                .then()
                .statusCode(200)
                .body("live", startsWith("triage/own-"))
                .body("versions[0].step", equalTo("promoted"))
                .body("versions[0].metrics.name", hasItem("accuracy on the guard set"))
                .body("why", containsString("later decisions"));
        given().get("/api/learning")
                .then()
                .body("now.decisions", greaterThan(100))
                .body("now.wrongDays", greaterThan(10))
                .body(
                        "conventions.find { it.writer == 'lars@fjord.example' }.means",
                        equalTo("4 March: the day first"));
        given().get("/models").then().statusCode(200).body(containsString("Back to the version before"));
        given().get("/learning")
                .then()
                .statusCode(200)
                .body(containsString("your own model answers"))
                .body(containsString("ana@choir.example"))
                .body(containsString("“next Friday” is <strong>the coming one</strong>"));

        given().contentType("application/json")
                .post("/api/learning/triage/rollback")
                .then()
                .statusCode(200)
                .body("live", startsWith("triage/base-"))
                .body("held", equalTo(true));
        given().contentType("application/json")
                .post("/api/learning/triage/rollback")
                .then()
                .statusCode(400)
                .body(containsString("nothing to go back"));
        given().contentType("application/json")
                .post("/api/learning/triage/release")
                .then()
                .statusCode(200)
                .body("held", equalTo(false));
        given().get("/models").then().body(not(containsString("Back to the version before")));
    }

    @Test
    void whatIsNotThereIsToldByName() {
        given().contentType("application/json")
                .body("{\"version\":\"triage/own-none\"}")
                .put("/api/learning/triage/version")
                .then()
                .statusCode(400)
                .body(containsString("There is no version triage/own-none of triage."));
        given().contentType("application/json")
                .post("/api/learning/intent/train")
                .then()
                .statusCode(400)
                .body(containsString("The subtask intent doesn't learn from decisions."));
    }
}
