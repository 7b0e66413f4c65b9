package app.whichday;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import app.whichday.account.ImapAccount;
import app.whichday.account.ImapAccounts;
import app.whichday.account.OneTimeLink;
import app.whichday.account.Owners;
import app.whichday.mail.DovecotServer;
import app.whichday.mail.MailWatch;
import app.whichday.mail.RequiresDovecot;
import app.whichday.mail.SyncStatus;
import app.whichday.web.Browser;
import app.whichday.web.RequiresChromium;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a mail on a real IMAP server to an event in the feed and back, on Wednesday 5 November 2025. */
@QuarkusTest
@TestProfile(WholeWayTest.Everything.class)
@RequiresDovecot
class WholeWayTest {
    private static final Instant WEDNESDAY = Instant.parse("2025-11-05T08:30:00Z");
    /** Friday 7 November 2025, 15:00 in Berlin. */
    private static final Instant FRIDAY_AT_THREE = Instant.parse("2025-11-07T14:00:00Z");

    private static DovecotServer dovecot;

    @TestHTTPResource("/")
    String home;

    @Inject
    Owners owners;

    @Inject
    OneTimeLink link;

    @Inject
    ImapAccounts accounts;

    @Inject
    MailWatch watch;

    @Inject
    Clock clock;

    /** The app as {@code serve} runs it: it watches, and reads what arrives. Only its day is fixed. */
    public static final class Everything implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("whichday.mail.watch", "true", "whichday.assistant.enabled", "true");
        }

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(Wednesday.class);
        }
    }

    /** Time goes on, from Wednesday morning. */
    @Alternative
    @ApplicationScoped
    static class Wednesday {
        @Produces
        @ApplicationScoped
        Clock clock() {
            Clock real = Clock.systemUTC();
            return Clock.offset(real, Duration.between(real.instant(), WEDNESDAY));
        }
    }

    @BeforeAll
    static void startServer() {
        dovecot = DovecotServer.start();
    }

    @AfterAll
    static void stopServer() {
        dovecot.close();
    }

    @BeforeEach
    void liveInBerlin() {
        owners.update("Anna Berg", Set.of("anna@example.org"), ZoneId.of("Europe/Berlin"), Locale.UK);
    }

    @Test
    @RequiresChromium
    void aMailBecomesAProposalInTheOpenPageAndAnEventAndNothing() throws Exception {
        watched("anna-in-a-browser");
        try (Browser browser = Browser.open(home)) {
            Page page = browser.signedIn(1280, 900, false, link.path());
            dovecot.append("anna-in-a-browser", "INBOX", mail("Browser", "Can we meet Friday at 3pm?"));

            Locator card = page.locator("#cards [data-card]");
            assertThat(card).hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(5_000));
            assertThat(card.locator("mark")).hasText("Friday at 3pm");
            assertThat(card).containsText("Friday 7 November 2025");
            assertThat(card).containsText("15:00");
            assertThat(card).containsText("Europe/Berlin");

            card.getByText("Confirm", new Locator.GetByTextOptions().setExact(true))
                    .click();
            Locator done = page.locator("#cards [data-done]");
            assertThat(done).hasCount(1);
            assertThat(feedStarts()).containsExactly(FRIDAY_AT_THREE);

            done.getByText("Undo").click();
            assertThat(page.locator("#cards [data-card]")).hasCount(1);
            assertThat(feedStarts()).isEmpty();
            dismissed(session());
        }
    }

    @Test
    void theSameWayOverTheApi() throws Exception {
        watched("anna-by-api");
        String session = session();
        dovecot.append("anna-by-api", "INBOX", mail("API", "Can we meet Friday at 3pm?"));

        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> signedIn(session)
                .get("/api/proposals")
                .then()
                .statusCode(200)
                .body("", hasSize(1)));
        signedIn(session)
                .get("/api/proposals")
                .then()
                .body("[0].event.time.start", equalTo("2025-11-07T15:00+01:00"))
                .body("[0].ask", equalTo(false));

        decide(session, "{\"version\": %d, \"decision\": \"confirm\"}").body("state", equalTo("APPLIED"));
        assertThat(feedStarts()).containsExactly(FRIDAY_AT_THREE);
        decide(session, "{\"version\": %d, \"decision\": \"undo\"}").body("state", equalTo("WAITING"));
        assertThat(feedStarts()).isEmpty();
        dismissed(session);
    }

    /** Has the mailbox watched, and waits until it is up to date. */
    private void watched(String user) {
        accounts.put(
                new ImapAccount(dovecot.host(), dovecot.port(), ImapAccount.Security.NONE, user, "INBOX"),
                DovecotServer.PASSWORD);
        await().atMost(Duration.ofSeconds(30)).until(() -> watch.statuses().stream()
                .anyMatch(status -> status.mailbox().contains(user) && status.phase() == SyncStatus.Phase.IDLE));
    }

    private byte[] mail(String subject, String text) {
        String date =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.ofHours(1)));
        return """
                From: Ben Carter <ben@example.com>
                To: Anna Berg <anna@example.org>
                Subject: %s
                Date: %s
                Message-ID: <%s@example.com>
                Content-Type: text/plain; charset=UTF-8

                Hi Anna,

                %s

                Ben
                """.formatted(subject, date, subject, text).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    /** The cookie of a session that was opened by the one-time link. */
    private String session() {
        String token = link.path().replaceFirst(".*=", "");
        return given().redirects()
                .follow(false)
                .formParam("j_username", "owner")
                .formParam("j_password", token)
                .post("/j_security_check")
                .then()
                .statusCode(302)
                .extract()
                .cookie("whichday-session");
    }

    private static RequestSpecification signedIn(String session) {
        return given().cookie("whichday-session", session);
    }

    private String only;

    private ValidatableResponse decide(String session, String decision) {
        if (only == null) {
            only = signedIn(session).get("/api/proposals").jsonPath().getString("[0].id");
        }
        int version = signedIn(session).get("/api/proposals/" + only).jsonPath().getInt("version");
        return signedIn(session)
                .contentType(ContentType.JSON)
                .body(decision.formatted(version))
                .post("/api/proposals/" + only + "/decision")
                .then()
                .statusCode(200);
    }

    /** Leaves nothing waiting for the next test. */
    private void dismissed(String session) {
        decide(session, "{\"version\": %d, \"decision\": \"dismiss\", \"reason\": \"NOT_FOR_ME\"}");
    }

    /** The instants at which the events of the published feed start. */
    private List<Instant> feedStarts() throws IOException, ParserException {
        String feed = given().get("/calendar/" + owners.feedSecret() + ".ics")
                .then()
                .statusCode(200)
                .contentType("text/calendar")
                .extract()
                .asString();
        return new CalendarBuilder()
                .build(new StringReader(feed)).<VEvent>getComponents(Component.VEVENT).stream()
                        .map(event -> event.<Temporal>getDateTimeStart().getDate())
                        .map(Instant::from)
                        .toList();
    }
}
