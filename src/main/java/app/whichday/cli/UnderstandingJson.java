package app.whichday.cli;

import app.whichday.assistant.Understanding;
import app.whichday.choice.Ranked;
import app.whichday.choice.Verdict;
import app.whichday.event.EventDraft;
import app.whichday.intent.Intent;
import app.whichday.mail.Mail;
import app.whichday.when.DatedExpression;
import app.whichday.when.Expression;
import app.whichday.when.Grain;
import app.whichday.when.Reading;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answers about one mail: {@code "triage", "needs_reply", "intents", "dates", "event"}. Times are local ISO in the
 * writer's zone; days have no time; an end day is inclusive and left out where it is the start. Offsets count characters
 * (code points) of the body.
 */
final class UnderstandingJson {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);

    private final JsonGenerator json;

    UnderstandingJson(JsonGenerator json) {
        this.json = json;
    }

    /** Writes the fields into the object that is open. */
    void fields(Understanding understood) throws IOException {
        json.writeStringField(
                "triage", lower(understood.triage().category().best().value()));
        json.writeBooleanField("needs_reply", understood.triage().wantsReply());
        json.writeArrayFieldStart("intents");
        for (Intent intent : understood.intents().present()) {
            json.writeString(lower(intent));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("dates");
        for (DatedExpression date : understood.dates()) {
            date(understood.mail(), date.expression());
        }
        json.writeEndArray();
        Optional<EventDraft> event = understood.event();
        if (event.isPresent()) {
            event(understood.mail(), event.get());
        } else {
            json.writeNullField("event");
        }
    }

    private void date(Mail mail, Expression expression) throws IOException {
        Reading best = expression.best();
        json.writeStartObject();
        json.writeNumberField("b", codePoints(mail.body(), expression.span().begin()));
        json.writeNumberField("e", codePoints(mail.body(), expression.span().end()));
        json.writeStringField("start", start(best));
        json.writeStringField("end", end(best));
        json.writeStringField("grain", lower(best.grain()));
        if (expression.recurring()) {
            json.writeStringField("class", "recurring");
        }
        if (expression.verdict() instanceof Verdict.Ask<Reading> ask) {
            json.writeArrayFieldStart("ask");
            for (Ranked<Reading> reading : ask.between()) {
                json.writeString(start(reading.value()));
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void event(Mail mail, EventDraft event) throws IOException {
        json.writeObjectFieldStart("event");
        json.writeStringField("action", lower(event.action()));
        json.writeStringField("title", event.title());
        json.writeStringField("start", eventStart(event));
        json.writeStringField("end", eventEnd(event));
        json.writeStringField("location", event.location().orElse(null));
        json.writeArrayFieldStart("participants");
        for (String participant : event.participants()) {
            json.writeString(participant);
        }
        json.writeEndArray();
        json.writeStringField(
                "evidence",
                mail.body().substring(event.evidence().begin(), event.evidence().end()));
        json.writeEndObject();
    }

    /** The day with the clock time that stands elsewhere, if one does. */
    static @Nullable String eventStart(EventDraft event) {
        return event.when()
                .map(when -> event.time()
                        .filter(time -> time.best().start() != null)
                        .map(time -> MINUTE.format(
                                when.best().day().atTime(time.best().start().toLocalTime())))
                        .orElseGet(() -> start(when.best())))
                .orElse(null);
    }

    private static @Nullable String eventEnd(EventDraft event) {
        return event.time()
                .or(event::when)
                .map(Expression::best)
                .map(UnderstandingJson::end)
                .orElse(null);
    }

    private static @Nullable String start(Reading reading) {
        LocalDateTime at = reading.start() != null ? reading.start() : reading.end();
        return reading.timed() ? MINUTE.format(at) : at.toLocalDate().toString();
    }

    private static @Nullable String end(Reading reading) {
        if (reading.end() == null || reading.start() == null) {
            return null;
        }
        if (reading.timed()) {
            return MINUTE.format(reading.end());
        }
        LocalDate last = reading.end().minusNanos(1).toLocalDate();
        boolean oneDay = reading.grain() == Grain.DAY || reading.grain() == Grain.PART;
        return oneDay && !last.isAfter(reading.start().toLocalDate()) ? null : last.toString();
    }

    private static int codePoints(String body, int offset) {
        return body.codePointCount(0, offset);
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
