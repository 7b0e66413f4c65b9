package app.whichday.calendar;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ContentHandler;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.data.UnfoldingReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads iCalendar text into {@link Component}s with ical4j's parser, but not into ical4j's model: that refuses a whole
 * calendar for one property it can't read, and registers the sender's time zones with the whole JVM.
 *
 * <p>What is broken ends the reading; components that were complete by then are kept.
 */
final class ComponentReader implements ContentHandler {
    private static final int MAX_CHARACTERS = 4_000_000;
    private static final int MAX_DEPTH = 8;
    private static final int MAX_LINES = 100_000;
    private static final String CALENDAR = "VCALENDAR";
    private static final Pattern BEGIN = Pattern.compile("BEGIN:VCALENDAR", Pattern.LITERAL | Pattern.CASE_INSENSITIVE);

    private final Component calendar = new Component(CALENDAR);
    private final Deque<Component> open = new ArrayDeque<>();
    private final Map<String, String> parameters = new HashMap<>();
    private @Nullable String property;
    private int lines;

    private ComponentReader() {}

    /** The text's first VCALENDAR; empty where there is none, or the text is longer than any invitation. */
    static Optional<Component> read(String text) {
        Matcher begin = BEGIN.matcher(text);
        if (text.length() > MAX_CHARACTERS || !begin.find()) {
            return Optional.empty();
        }
        ComponentReader reader = new ComponentReader();
        try {
            new CalendarParserImpl()
                    .parse(new UnfoldingReader(new StringReader(text.substring(begin.start())), true), reader);
        } catch (IOException | ParserException | EndOfInterest e) {
            // Whatever was complete before is what there is.
        }
        return Optional.of(reader.calendar);
    }

    /** Ends the parser's work; carries no message as nobody reads one. */
    private static final class EndOfInterest extends RuntimeException {
        EndOfInterest() {
            super(null, null, false, false);
        }
    }

    @Override
    public void startCalendar() {
        open.push(calendar);
    }

    @Override
    public void endCalendar() {
        throw new EndOfInterest();
    }

    @Override
    public void startComponent(String name) {
        if (open.size() >= MAX_DEPTH || ++lines > MAX_LINES) {
            throw new EndOfInterest();
        }
        open.push(new Component(name));
    }

    @Override
    public void endComponent(String name) {
        Component done = open.pop();
        if (!open.isEmpty()) {
            open.getFirst().add(done);
        }
    }

    @Override
    public void startProperty(String name) {
        if (++lines > MAX_LINES) {
            throw new EndOfInterest();
        }
        property = name.strip();
        parameters.clear();
    }

    @Override
    public void parameter(String name, String value) {
        parameters.put(name.strip().toUpperCase(Locale.ROOT), unquoted(value));
    }

    @Override
    public void propertyValue(String value) {
        if (property != null && !open.isEmpty()) {
            open.getFirst().add(property, value, parameters);
        }
    }

    @Override
    public void endProperty(String name) {
        property = null;
    }

    private static String unquoted(String value) {
        String inner = value.strip();
        return inner.length() >= 2 && inner.startsWith("\"") && inner.endsWith("\"")
                ? inner.substring(1, inner.length() - 1)
                : inner;
    }

    /** A property's text value without its escapes (RFC 5545 §3.3.11). */
    static String text(String value) {
        if (value.indexOf('\\') < 0) {
            return value;
        }
        StringBuilder plain = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && i + 1 < value.length()) {
                char escaped = value.charAt(++i);
                plain.append(escaped == 'n' || escaped == 'N' ? '\n' : escaped);
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
