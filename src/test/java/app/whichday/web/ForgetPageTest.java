package app.whichday.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import app.whichday.account.Owners;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OnFakes.class)
@TestSecurity(user = "owner", roles = Owners.ROLE)
class ForgetPageTest {
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" value=\"([^\"]+)\"");

    @Inject
    Fakes fakes;

    @BeforeEach
    void asItWas() {
        fakes.reset();
    }

    @Test
    void theSettingsLeadThere() {
        given().get("/settings").then().body(containsString("href=\"/forget\""));
    }

    @Test
    void itAsksCountsAndTellsThatItIsDone() {
        post("/forget", "Nora@Larkspur.example")
                .statusCode(200)
                .body(containsString("Forget nora@larkspur.example?"))
                .body(containsString("<strong>1,204</strong> <span>mails that name it</span>"))
                .body(containsString("<strong>1</strong> <span>event in your calendar</span>"))
                .body(containsString("action=\"/forget/now\""));
        post("/forget/now", "nora@larkspur.example")
                .statusCode(200)
                .body(containsString("What Whichday kept of nora@larkspur.example is deleted."))
                .body(not(containsString("Delete for good")));
    }

    @Test
    void whereThereIsNothingNothingIsOffered() {
        post("/forget", "nobody@larkspur.example")
                .statusCode(200)
                .body(containsString("There is nothing about nobody@larkspur.example"))
                .body(not(containsString("Delete for good")));
    }

    @Test
    void whatIsNoAddressIsRefusedBesideTheField() {
        post("/forget", "<nora>")
                .statusCode(400)
                .body(containsString("“&lt;nora&gt;” is neither a mail address nor a domain"))
                .body(containsString("value=\"&lt;nora&gt;\""));
        post("/forget/now", "gmail.com").statusCode(400).body(containsString("is a mail provider"));
    }

    @Test
    void scriptsCountAndForget() {
        json("{\"whom\":\"Nora@larkspur.example\",\"dryRun\":true}")
                .statusCode(200)
                .body("whom", equalTo("nora@larkspur.example"))
                .body("dryRun", equalTo(true))
                .body("mails", equalTo(1204))
                .body("lessons", equalTo(84));
        json("{\"whom\":\"nora@larkspur.example\"}").statusCode(200).body("dryRun", equalTo(false));
        json("{\"whom\":\"nora\"}").statusCode(400).body("field", equalTo("whom"));
        json("{}").statusCode(400).body("detail", equalTo("Say in “whom” what to forget: an address or a domain."));
    }

    @Test
    void aCardOfAProposalThatIsGoneLeavesOpenPages() {
        given().get("/inbox/changes?known=2.1.WAITING&known=4711.1.WAITING")
                .then()
                .statusCode(200)
                .body(containsString("<div id=\"proposal-4711\" hx-swap-oob=\"delete\"></div>"))
                .body(not(containsString("<div id=\"proposal-2\" hx-swap-oob=\"delete\">")));
    }

    private static ValidatableResponse json(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/forget")
                .then();
    }

    /** As the form sends it, with its token. */
    private static ValidatableResponse post(String path, String whom) {
        Response page = given().get("/forget");
        Matcher token = TOKEN.matcher(page.asString());
        assertThat(token.find()).isTrue();
        return given().cookies(page.cookies())
                .formParam("csrf-token", token.group(1))
                .formParam("whom", whom)
                .post(path)
                .then();
    }
}
