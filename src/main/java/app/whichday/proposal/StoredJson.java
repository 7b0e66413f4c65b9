package app.whichday.proposal;

import app.whichday.calendar.Event;
import app.whichday.calendar.EventTime;
import app.whichday.calendar.EventUid;
import app.whichday.calendar.Invitation;
import app.whichday.calendar.LocalCalendar;
import app.whichday.choice.ModelVersion;
import app.whichday.mail.MailId;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of the proposal tables. It has a mapper of its own: what is stored must not change with how the web API likes its
 * JSON. Times keep their zone; a field that a later version adds is ignored by an earlier one.
 */
@RegisterForReflection(
        targets = {
            Action.class,
            Action.CreateEvent.class,
            Action.NoteDeadline.class,
            Action.CancelEvent.class,
            Action.AnswerInvitation.class,
            CalendarChanges.class,
            CalendarChanges.Change.class,
            Candidate.class,
            Decision.class,
            Decision.Confirm.class,
            Decision.Decline.class,
            Decision.Dismiss.class,
            Decision.Dismiss.Reason.class,
            Decision.OtherTime.class,
            Decision.Undo.class,
            Draft.class,
            Event.class,
            Event.Kind.class,
            EventTime.class,
            EventTime.AllDay.class,
            EventTime.Timed.class,
            EventUid.class,
            Evidence.class,
            Invitation.class,
            Invitation.Instance.class,
            Invitation.Method.class,
            LocalCalendar.Version.class,
            MailId.class,
            ModelVersion.class,
            Shown.class
        })
final class StoredJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule().addSerializer(String.class, new WithoutNul()))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .enable(SerializationFeature.WRITE_DATES_WITH_ZONE_ID)
            .disable(
                    DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE,
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // Records without components: "confirm" is its type alone.
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .build();

    private StoredJson() {}

    /** PostgreSQL refuses U+0000 in any text, and mails hold everything. */
    private static final class WithoutNul extends StdScalarSerializer<String> {
        WithoutNul() {
            super(String.class);
        }

        @Override
        public void serialize(String value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(value.replace('\0', ' '));
        }
    }

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All texts in it, at whatever depth; none where there is no JSON. */
    static Stream<String> words(@Nullable String json) {
        if (json == null) {
            return Stream.empty();
        }
        try {
            return words(MAPPER.readTree(json));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> words(JsonNode node) {
        return node.isTextual()
                ? Stream.of(node.textValue())
                : StreamSupport.stream(node.spliterator(), false).flatMap(StoredJson::words);
    }
}
