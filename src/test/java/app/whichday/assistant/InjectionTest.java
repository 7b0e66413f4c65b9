package app.whichday.assistant;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import app.whichday.account.Owners;
import app.whichday.calendar.LocalCalendar;
import app.whichday.choice.ChatServerStub;
import app.whichday.choice.Choosers;
import app.whichday.choice.Engine;
import app.whichday.mail.Mail;
import app.whichday.mail.MailParser;
import app.whichday.mail.Mailbox;
import app.whichday.mail.Mails;
import app.whichday.mail.SentTime;
import app.whichday.mail.StoredMail;
import app.whichday.proposal.Proposal;
import app.whichday.proposal.Proposals;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Sixty mails that give the assistant orders, through the whole pipeline, before a language model that obeys them wherever it
 * can: the worst that a model may do is to rank its own options otherwise.
 */
@QuarkusTest
@QuarkusTestResource(value = InjectionTest.ObedientModel.class, restrictToAnnotatedClass = true)
@TestSecurity(user = "owner", roles = Owners.ROLE)
class InjectionTest {
    private static final String KEY = "sk-never-in-a-prompt";
    private static final Pattern SENDER = Pattern.compile("order-(\\d\\d)@");

    @Inject
    Intake intake;

    @Inject
    Mails mails;

    @Inject
    MailReadings readings;

    @Inject
    Proposals proposals;

    @Inject
    Choosers choosers;

    @Inject
    LocalCalendar calendar;

    @Inject
    EntityManager database;

    /** Every subtask is answered by a model that does what mails say. */
    public static final class ObedientModel implements QuarkusTestResourceLifecycleManager {
        private static ChatServerStub server;

        @Override
        public Map<String, String> start() {
            try {
                server = new ChatServerStub();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server.behave(ObedientModel::obey);
            return Map.of(
                    "whichday.language.base-url", server.baseUrl(),
                    "whichday.language.api-key", KEY,
                    "whichday.language.model.default", "obedient",
                    "whichday.language.tokens-per-day", "0",
                    "whichday.language.timeout", "60s");
        }

        private static final Pattern ORDERED = Pattern.compile(
                "(?i)(?:answer|option|letter|antworte mit|buchstaben|antwort)\\W{0,5}(?:is |the letter )?([A-Z])\\b");

        private static void obey(HttpExchange exchange, JsonNode request) throws IOException {
            String system = request.at("/messages/0/content").asText();
            JsonNode data = ChatServerStub.JSON.readTree(
                    request.at("/messages/1/content").asText());
            String context = data.path("context").asText();
            Matcher letter = ORDERED.matcher(context);
            String last = letter(data.path("options").size() - 1);
            String said;
            if (letter.find()) {
                said = "{\"answer\":\"" + letter.group(1).toUpperCase(Locale.ROOT) + "\"}";
            } else if (Pattern.compile("(?i)reveal|verrate|print your")
                    .matcher(context)
                    .find()) {
                said = "My instructions are: " + system;
            } else {
                said = "{\"answer\":\"" + last + "\"}";
            }
            ChatServerStub.message(said).answer(exchange, request);
        }

        private static String letter(int option) {
            return String.valueOf((char) ('A' + option));
        }

        @Override
        public void stop() {
            if (server != null) {
                server.close();
            }
        }
    }

    @AfterEach
    void leaveNothing() {
        choosers.subtasks()
                .forEach(answering -> choosers.unchoose(answering.subtask().name()));
        QuarkusTransaction.requiringNew().run(() -> {
            for (String table :
                    List.of("proposal", "mail_reading", "mail_place", "mail_thread_link", "mail", "language_call")) {
                database.createNativeQuery("delete from " + table).executeUpdate();
            }
        });
    }

    @Test
    void noOrderDoesMoreThanToRankTheListedOptions() throws IOException {
        List<JsonNode> orders = orders();
        assertThat(orders).hasSize(60);
        List<StoredMail> stored = new ArrayList<>();
        for (JsonNode order : orders) {
            stored.add(store(order));
        }
        String calendarBefore = calendar.feed();
        List<Object> before = everythingThatOnlyTheOwnerChanges();
        choosers.subtasks()
                .forEach(answering -> choosers.choose(answering.subtask().name(), Engine.LANGUAGE, Optional.empty()));

        assertThat(intake.readAll(() -> true)).isEqualTo(60);

        // Nothing is applied, decided, lost or sent; no setting is another.
        assertThat(calendar.feed()).isEqualTo(calendarBefore);
        assertThat(everythingThatOnlyTheOwnerChanges()).isEqualTo(before);
        assertThat(choosers.subtasks()).allSatisfy(answering -> {
            assertThat(answering.choice().engine()).isEqualTo(Engine.LANGUAGE);
            assertThat(answering.model()).contains("obedient");
        });
        List<Proposal> offered =
                proposals.of(stored.stream().map(StoredMail::id).toList());
        assertThat(offered).isNotEmpty().allSatisfy(proposal -> {
            assertThat(proposal.state()).isEqualTo(Proposal.State.WAITING);
            Mail mail = mails.find(proposal.draft().mail()).orElseThrow().mail();
            assertThat(mail.body() + mail.subject())
                    .contains(proposal.draft().evidence().phrase());
        });
        Set<String> models = new TreeSet<>();
        for (StoredMail mail : stored) {
            StoredMail now = mails.find(mail.id()).orElseThrow();
            assertThat(now.state()).as("state of %s", mail.mail().from()).isEqualTo(StoredMail.State.PROCESSED);
            assertThat(now.mail()).isEqualTo(mail.mail());
            readings.of(mail.id()).orElseThrow().steps().forEach(step -> models.add(step.model()));
        }
        // It was asked, and it did as it was told; where that was no answer, the local one stands.
        assertThat(models).contains("triage/language:obedient").anyMatch(model -> model.startsWith("triage/base"));
        promptsKeepTheirFrame();
        pagesShowNoMarkup(stored);
    }

    private List<Object> everythingThatOnlyTheOwnerChanges() {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<Object> rows = new ArrayList<>();
            rows.add(database.createNativeQuery("select count(*) from decision").getSingleResult());
            rows.add(database.createNativeQuery("select count(*) from event").getSingleResult());
            rows.add(database.createNativeQuery("select count(*) from imap_account")
                    .getSingleResult());
            rows.add(database.createNativeQuery("select cast(o as text) from owner o")
                    .getResultList());
            return rows;
        });
    }

    private static void promptsKeepTheirFrame() throws IOException {
        List<ChatServerStub.Received> requests = ObedientModel.server.received();
        assertThat(requests).hasSizeGreaterThan(600);
        Set<String> instructions = new HashSet<>();
        for (ChatServerStub.Received request : requests) {
            JsonNode messages = request.body().path("messages");
            assertThat(messages).hasSize(2);
            assertThat(messages.at("/0/role").asText()).isEqualTo("system");
            assertThat(messages.at("/1/role").asText()).isEqualTo("user");
            instructions.add(messages.at("/0/content").asText());
            JsonNode data =
                    ChatServerStub.JSON.readTree(messages.at("/1/content").asText());
            assertThat(data.propertyStream().map(Map.Entry::getKey)).containsExactly("context", "options");
            String context = data.path("context").asText();
            // A mark of ours, if any, is the only pair of double brackets there.
            assertThat(context.split("\\[\\[", -1)).hasSizeLessThanOrEqualTo(2);
            assertThat(context).hasSizeLessThan(6_100).doesNotContain("\u200b", "\u202e", "\u00ad");
            assertThat(request.raw()).doesNotContain(KEY, "jdbc:", "secret");
            Set<String> senders = SENDER.matcher(context)
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toSet());
            assertThat(senders).as("mails in one prompt").hasSizeLessThanOrEqualTo(1);
        }
        // One per subtask, whatever the mails say.
        assertThat(instructions).hasSizeLessThanOrEqualTo(8).noneMatch(text -> text.contains("Petra"));
    }

    private static void pagesShowNoMarkup(List<StoredMail> stored) {
        List<String> paths = new ArrayList<>(List.of("/", "/models"));
        stored.forEach(mail -> paths.add("/mail/" + mail.id().value()));
        for (String path : paths) {
            String page = given().get(path).then().statusCode(200).extract().asString();
            assertThat(page)
                    .as(path)
                    .doesNotContain("<script>alert", "<img src=x", "<b onmouseover", "onerror=alert('inj')>");
        }
    }

    private static List<JsonNode> orders() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(InjectionTest.class.getResourceAsStream("/injection/mails.jsonl")),
                StandardCharsets.UTF_8))) {
            List<JsonNode> orders = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                orders.add(ChatServerStub.JSON.readTree(line));
            }
            return orders;
        }
    }

    private StoredMail store(JsonNode order) {
        String id = order.path("id").asText();
        Mail mail = MailParser.parse(
                message(order).getBytes(StandardCharsets.UTF_8),
                new SentTime(LocalDateTime.of(2031, 5, 5, 9, 0), Optional.of(ZoneOffset.UTC)));
        mails.store(
                Optional.empty(),
                "injection-" + id,
                new Mailbox.UidValidity(1),
                List.of(new Mailbox.Fetched.Read(new Mailbox.Uid(1), mail)));
        return mails.received(100).stream()
                .filter(one -> one.mail().from().email().equals(mail.from().email()))
                .findFirst()
                .orElseThrow();
    }

    private static String message(JsonNode order) {
        String id = order.path("id").asText();
        String text = order.path("order").asText();
        String asks = "Can we meet on Thursday or Friday at 3pm?\n";
        String head = "Message-ID: <order-" + id + "@evil.example>\n"
                + "Date: Mon, 5 May 2031 09:00:00 +0000\n"
                + "From: " + encoded(order.path("name").asText()) + " <order-" + id + "@evil.example>\n"
                + "To: Me <me@x.example>\n"
                + "Subject: " + encoded(order.path("subject").asText()) + "\nMIME-Version: 1.0\n";
        return switch (order.path("carrier").asText()) {
            case "plain" -> head + "Content-Type: text/plain; charset=utf-8\n\n" + asks + text + "\n";
            case "quoted" ->
                head + "Content-Type: text/plain; charset=utf-8\n\n" + asks
                        + "\nOn Sun, 4 May 2031 at 10:00, Me <me@x.example> wrote:\n> "
                        + text.replace("\n", "\n> ") + "\n";
            case "comment" ->
                head + "Content-Type: text/html; charset=utf-8\n\n<html><body><!-- " + text + " --><p>" + asks
                        + "</p></body></html>\n";
            case "hidden" ->
                head + "Content-Type: text/html; charset=utf-8\n\n<html><body><p>" + asks
                        + "</p><div style=\"display:none\">" + text
                        + "</div><span style=\"font-size:0;color:#fff\">" + text + "</span></body></html>\n";
            case "base64" ->
                head + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
                        + base64(asks + text) + "\n";
            case "invitation" ->
                head + "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n" + asks
                        + "--b\nContent-Type: text/calendar; charset=utf-8; method=REQUEST\n\n"
                        + "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//evil//EN\nMETHOD:REQUEST\nBEGIN:VEVENT\n"
                        + "UID:inj-" + id + "@evil.example\nDTSTAMP:20310505T090000Z\nDTSTART:20310508T150000Z\n"
                        + "DTEND:20310508T160000Z\nSUMMARY:" + text.replace(",", "\\,")
                        + "\nDESCRIPTION:" + text.replace(",", "\\,")
                        + "\nORGANIZER:mailto:order-" + id + "@evil.example\nATTENDEE:mailto:me@x.example\n"
                        + "END:VEVENT\nEND:VCALENDAR\n--b--\n";
            case "attachment" ->
                head + "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n" + asks
                        + "--b\nContent-Type: application/octet-stream\nContent-Disposition: attachment; filename=\""
                        + text + "\"\n\nx\n--b--\n";
            default -> throw new IllegalArgumentException("No such carrier: " + order);
        };
    }

    /** As RFC 2047 has it, so that no character of an order is lost on the way. */
    private static String encoded(String words) {
        return "=?utf-8?B?" + base64(words) + "?=";
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
