package app.whichday.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OnFakes.class)
@TestSecurity(user = "owner", roles = "owner")
class InboxPageTest {
    @Inject
    Fakes fakes;

    @BeforeEach
    void asItWas() {
        fakes.reset();
    }

    @Test
    void aCardShowsThePhraseInItsMailAndTheDaySpelledOut() {
        given().get("/")
                .then()
                .statusCode(200)
                .body(containsString("<mark class=\"evidence\">tomorrow at 3pm</mark>"))
                .body(containsString("Thursday 6 November 2025"))
                .body(containsString("Europe/Berlin"))
                .body(containsString("not stated"));
    }
}
