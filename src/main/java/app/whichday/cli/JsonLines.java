package app.whichday.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import picocli.CommandLine.ExitCode;

/** JSON objects a line each, from standard input to standard output: what {@code --batch} of a pure command reads and writes. */
final class JsonLines {
    private final String command;
    private final Console console;
    private final ObjectMapper json = new ObjectMapper();

    JsonLines(String command, Console console) {
        this.command = command;
        this.console = console;
    }

    /** Answers one object. */
    interface Answer {
        /**
         * Writes the fields of the answer; its id is there already.
         *
         * @throws BadLineException when the question's fields can't be used; nothing may have been written until then
         */
        Fields to(JsonNode question);

        /** The fields of an answer, ready to be written. */
        interface Fields {
            void write(JsonGenerator out) throws IOException;
        }
    }

    /**
     * Answers line by line, in the same order. A line that can't be used is reported with its number and skipped.
     *
     * @return 0, or 1 when a line was skipped
     */
    int run(Answer answer) throws IOException {
        int status = ExitCode.OK;
        BufferedReader lines = new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8), 1 << 16);
        try (JsonGenerator out = json.getFactory()
                .createGenerator(console.out())
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .setRootValueSeparator(null)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                try {
                    if (!line.isBlank()) {
                        answer(parse(line), answer, out);
                    }
                } catch (BadLineException e) {
                    console.err()
                            .println("whichday " + command + ": line " + number + ": " + e.getMessage()
                                    + " It is skipped.");
                    status = ExitCode.SOFTWARE;
                }
            }
        }
        console.out().flush();
        return status;
    }

    private static void answer(JsonNode question, Answer answer, JsonGenerator out) throws IOException {
        Answer.Fields fields = answer.to(question);
        out.writeStartObject();
        out.writeFieldName("id");
        out.writeTree(question.path("id"));
        fields.write(out);
        out.writeEndObject();
        out.writeRaw('\n');
    }

    private JsonNode parse(String line) {
        try {
            JsonNode fields = json.readTree(line);
            if (!fields.isObject()) {
                throw new BadLineException("it is no JSON object.");
            }
            return fields;
        } catch (JsonProcessingException e) {
            throw new BadLineException("it is no JSON.");
        }
    }

    /** A text that must be there. */
    static String text(JsonNode question, String field) {
        JsonNode value = question.path(field);
        if (!value.isTextual()) {
            throw new BadLineException("the field \"" + field + "\" is missing: give it as a string.");
        }
        return value.textValue();
    }

    static ZoneId zone(JsonNode question) {
        String zone = text(question, "zone");
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new BadLineException("the field \"zone\" is \"" + Console.harmless(zone)
                    + "\", which is no time zone; use an IANA name or an offset such as +01:00.");
        }
    }

    static Locale locale(JsonNode question) {
        return Locale.forLanguageTag(question.path("locale").asText("en-US"));
    }

    /** Says in a sentence what is wrong with a line. */
    static final class BadLineException extends RuntimeException {
        BadLineException(String message) {
            super(message);
        }
    }
}
