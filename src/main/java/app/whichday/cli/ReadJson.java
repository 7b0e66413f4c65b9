package app.whichday.cli;

import app.whichday.assistant.Understanding;
import app.whichday.mail.Mail;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;

/** For a program: an array with an object for each mail, {@code {"set_aside": reason}} for one that can't be read. */
final class ReadJson implements ReadOutput {
    private final JsonGenerator json;
    private final UnderstandingJson understanding;
    private int setAside;

    ReadJson(PrintStream out) throws IOException {
        json = new JsonFactory()
                .createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .useDefaultPrettyPrinter();
        understanding = new UnderstandingJson(json);
        json.writeStartArray();
    }

    @Override
    public void mail(Understanding understood) throws IOException {
        Mail mail = understood.mail();
        json.writeStartObject();
        json.writeStringField("message_id", mail.messageId().orElse(null));
        json.writeStringField("from", mail.from().email());
        json.writeStringField("from_name", mail.from().name());
        json.writeStringField("subject", mail.subject());
        json.writeStringField("sent", mail.sent().local().toString());
        json.writeStringField("zone", mail.sent().zone().map(Object::toString).orElse(null));
        json.writeStringField("body", mail.body());
        json.writeNumberField(
                "triage_probability",
                rounded(understood.triage().category().best().probability()));
        understanding.fields(understood);
        json.writeEndObject();
    }

    @Override
    public void setAside(String reason) throws IOException {
        setAside++;
        json.writeStartObject();
        json.writeStringField("set_aside", reason);
        json.writeEndObject();
    }

    @Override
    public int setAside() {
        return setAside;
    }

    @Override
    public void close() throws IOException {
        json.writeEndArray();
        json.writeRaw('\n');
        json.close();
    }

    private static double rounded(double probability) {
        return Math.round(probability * 1e4) / 1e4;
    }
}
