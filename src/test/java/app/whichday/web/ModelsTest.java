package app.whichday.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import app.whichday.account.Owners;
import app.whichday.choice.Curves;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OnFakes.class)
@TestSecurity(user = "owner", roles = Owners.ROLE)
class ModelsTest {
    @Inject
    EntityManager database;

    @AfterEach
    void asItWas() {
        for (String subtask : List.of("reading", "triage")) {
            given().delete("/api/models/" + subtask + "/engine").then().statusCode(200);
        }
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery("delete from language_call")
                .executeUpdate());
    }

    @Test
    void everySubtaskOfThePipelineIsThereWithItsModel() {
        given().get("/api/models")
                .then()
                .statusCode(200)
                .body("languageState", equalTo("ready"))
                .body("subtasks.subtask", hasItems("reading", "is-time", "triage", "needs-reply", "intent", "event"))
                .body("subtasks.find { it.subtask == 'reading' }.engine", equalTo("local"))
                .body("subtasks.find { it.subtask == 'reading' }.languageModel", equalTo("small-model"))
                .body("subtasks.find { it.subtask == 'reading' }.metrics.size()", greaterThan(3))
                .body("subtasks.find { it.subtask == 'reading' }.today", nullValue());
    }

    @Test
    void anEngineIsSwitchedAndSwitchedBack() {
        given().contentType("application/json")
                .body("{\"engine\":\"cascade\",\"model\":\"my-lora\"}")
                .put("/api/models/reading/engine")
                .then()
                .statusCode(200)
                .body("engine", equalTo("cascade"))
                .body("chosen", equalTo(true))
                .body("languageModel", equalTo("my-lora"));
        given().get("/models").then().body(containsString("Your choice."));
        given().delete("/api/models/reading/engine")
                .then()
                .statusCode(200)
                .body("engine", equalTo("local"))
                .body("chosen", equalTo(false));
    }

    @Test
    void whatCannotBeIsRefusedInOneSentence() {
        given().contentType("application/json")
                .body("{\"engine\":\"oracle\"}")
                .put("/api/models/reading/engine")
                .then()
                .statusCode(400)
                .body("detail", equalTo("An engine is local, language or cascade."));
        given().contentType("application/json")
                .body("{\"engine\":\"local\"}")
                .put("/api/models/nonsense/engine")
                .then()
                .statusCode(404)
                .body("detail", equalTo("There is no subtask nonsense."));
    }

    @Test
    void thePageShowsModelsCurvesAndCalls() {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("""
                        insert into language_call
                            (called_at, subtask, model, result, took_ms, input_tokens, output_tokens, cost)
                        values (now(), 'triage', 'm', 'ANSWERED', 420, 900, 6, 0.001386),
                               (now(), 'triage', 'm', 'TIMED_OUT', 10000, 0, 0, 0)""").executeUpdate());
        String page = given().get("/models")
                .then()
                .statusCode(200)
                .body(containsString("1 answered, 1 took too long"))
                .body(containsString("420 ms in the median"))
                .body(containsString("id=\"reading-reliability-title\""))
                .body(containsString("id=\"reading-coverage-words\""))
                .body(not(containsString("style=")))
                .extract()
                .asString();
        assertThat(page).contains("As a table", "mails/mails.jsonl", "0.0014 USD");
    }

    @Test
    void aCurveIsDrawnInItsFrame() {
        Chart chart = Chart.coverage("x", List.of(new Curves.Coverage(0.5, 1, 0.9), new Curves.Coverage(1, 0.8, 0.4)));
        assertThat(chart.line()).isEqualTo("188.0,12.0 328.0,138.7");
        assertThat(chart.yTicks()).extracting(Chart.Tick::label).containsExactly("70 %", "80 %", "90 %", "100 %");
        assertThat(chart.rows()).containsExactly(List.of("50 %", "100 %", "90 %"), List.of("100 %", "80 %", "40 %"));
    }
}
