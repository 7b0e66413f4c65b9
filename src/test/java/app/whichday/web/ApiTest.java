package app.whichday.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import app.whichday.account.OneTimeLink;
import app.whichday.account.Owners;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The JSON API, the feed and the doors, as scripts and strangers meet them. */
@QuarkusTest
@TestProfile(OnFakes.class)
class ApiTest {
    @Inject
    Fakes fakes;

    @Inject
    OneTimeLink link;

    @Inject
    Owners owners;

    @BeforeEach
    void asItWas() {
        fakes.reset();
    }

    /** Signed in by a fresh one-time link, whose token is as good as the password, once. */
    private RequestSpecification owner() {
        String token = link.path().replaceAll(".*=", "");
        return given().auth().preemptive().basic("owner", token);
    }

    @Test
    void proposalsWait() {
        owner().get("/api/proposals?state=waiting")
                .then()
                .statusCode(200)
                .body("$", hasSize(5))
                .body("find { it.id == 2 }.event.time.start", equalTo("2025-11-06T15:00+01:00"))
                .body("find { it.id == 1 }.candidates", hasSize(2));
    }

    @Test
    void aDecisionIsCarriedOutAndTakenBack() {
        owner().contentType(ContentType.JSON)
                .body("{\"version\": 1, \"decision\": \"confirm\"}")
                .post("/api/proposals/2/decision")
                .then()
                .statusCode(200)
                .body("state", equalTo("APPLIED"));
        owner().get("/api/agenda?from=2025-11-06&to=2025-11-07").then().body("uid", hasItem("review"));
        owner().contentType(ContentType.JSON)
                .body("{\"version\": 2, \"decision\": \"undo\"}")
                .post("/api/proposals/2/decision")
                .then()
                .statusCode(200)
                .body("state", equalTo("WAITING"));
    }

    @Test
    void anOldVersionIsRefused() {
        owner().contentType(ContentType.JSON)
                .body("{\"version\": 7, \"decision\": \"confirm\"}")
                .post("/api/proposals/2/decision")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("detail", containsString("another window"));
    }

    @Test
    void badInputIsAnsweredByASentence() {
        owner().contentType(ContentType.JSON)
                .body("{\"version\": ")
                .post("/api/proposals/2/decision")
                .then()
                .statusCode(400)
                .body("detail", containsString("not JSON"));
        owner().contentType(ContentType.JSON)
                .body("{\"version\": \"many\", \"decision\": \"confirm\"}")
                .post("/api/proposals/2/decision")
                .then()
                .statusCode(400)
                .body("field", equalTo("version"));
        owner().contentType(ContentType.JSON)
                .body("{\"version\": 1, \"decision\": \"other-time\", \"date\": \"Friday\"}")
                .post("/api/proposals/2/decision")
                .then()
                .statusCode(400)
                .body("field", equalTo("date"))
                .body("detail", containsString("Friday"));
        owner().get("/api/proposals/99").then().statusCode(404).body("detail", equalTo("There is no proposal 99."));
        owner().get("/api/proposals?state=lost").then().statusCode(400).body("field", equalTo("state"));
        owner().get("/api/mails?lane=lost").then().statusCode(400).body("field", equalTo("lane"));
        owner().contentType(ContentType.JSON)
                .body("{}")
                .post("/api/mails/2/sorting")
                .then()
                .statusCode(400)
                .body("detail", containsString("needsReply"));
        owner().contentType(ContentType.JSON)
                .body("{\"lane\": \"lost\"}")
                .post("/api/mails/2/sorting")
                .then()
                .statusCode(400)
                .body("field", equalTo("lane"));
        owner().get("/api/lessons/export?subtask=lost")
                .then()
                .statusCode(400)
                .body("field", equalTo("subtask"))
                .body("detail", containsString("reading"));
        owner().get("/api/lessons/export?for=lost").then().statusCode(400).body("field", equalTo("for"));
        owner().get("/api/agenda?from=x").then().statusCode(400).body("field", equalTo("from"));
        owner().contentType(ContentType.TEXT)
                .body("x")
                .post("/api/proposals/2/decision")
                .then()
                .statusCode(415)
                .body("detail", containsString("application/json"));
    }

    @Test
    void mailsStandInLanes() {
        owner().get("/api/mails?lane=meeting").then().statusCode(200).body("subject", hasItem("Lunch?"));
        owner().get("/api/mails/2").then().statusCode(200).body("mail.lane", equalTo("meeting"));
    }

    @Test
    void aMailboxIsTriedBeforeItIsKept() {
        String account = "{\"host\": \"imap.example.com\", \"user\": \"alice\", \"password\": \"%s\"}";
        owner().contentType(ContentType.JSON)
                .body(account.formatted("wrong"))
                .post("/api/accounts")
                .then()
                .statusCode(400)
                .body("detail", containsString("refuses the password"));
        Integer id = owner().contentType(ContentType.JSON)
                .body(account.formatted("right"))
                .post("/api/accounts")
                .then()
                .statusCode(201)
                .body("port", equalTo(993))
                .body("$", not(hasItem("right")))
                .extract()
                .path("id");
        owner().delete("/api/accounts/" + id).then().statusCode(204);
    }

    @Test
    void strangersAreAskedToSignIn() {
        given().get("/api/proposals").then().statusCode(401).body("detail", containsString("Sign in"));
        given().redirects()
                .follow(false)
                .get("/")
                .then()
                .statusCode(303)
                .header("Location", containsString("/sign-in"));
        given().header("HX-Request", "true")
                .get("/inbox/changes")
                .then()
                .statusCode(401)
                .header("HX-Redirect", "/sign-in");
        given().get("/live").then().statusCode(200).body(containsString("j_password"));
    }

    @Test
    void theFeedNeedsOnlyItsSecret() {
        String tag = given().get("/calendar/" + owners.feedSecret() + ".ics")
                .then()
                .statusCode(200)
                .contentType("text/calendar; charset=utf-8")
                .body(containsString("Dentist"))
                .extract()
                .header("ETag");
        given().header("If-None-Match", tag)
                .get("/calendar/" + owners.feedSecret() + ".ics")
                .then()
                .statusCode(304);
        given().get("/calendar/guessed.ics").then().statusCode(404);
    }

    @Test
    void everyAnswerCarriesTheHeadersThatKeepStrangersOut() {
        given().get("/sign-in")
                .then()
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", containsString("no-store"));
    }

    @Test
    void aFormWithoutTokenIsRefused() {
        owner().formParam("version", 1)
                .formParam("decision", "confirm")
                .post("/proposals/2")
                .then()
                .statusCode(400);
    }
}
