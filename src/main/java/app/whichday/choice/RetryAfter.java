package app.whichday.choice;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Keeps the Retry-After header of a language model's server, which LangChain4j's client would drop with the response. */
@Provider
public final class RetryAfter implements ResponseExceptionMapper<BusyException> {
    /** Before the client's own mapper, which stands at 5000. */
    private static final int FIRST = 4000;

    /** A header that asks for more is a mistake, or worse. */
    private static final Duration LONGEST = Duration.ofHours(1);

    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
        return (status == 429 || status == 503) && headers.containsKey(HttpHeaders.RETRY_AFTER);
    }

    @Override
    public @Nullable BusyException toThrowable(Response response) {
        return after(response.getHeaderString(HttpHeaders.RETRY_AFTER), response.getHeaderString(HttpHeaders.DATE))
                .map(after -> new BusyException(response.getStatus(), after))
                .orElse(null);
    }

    @Override
    public int getPriority() {
        return FIRST;
    }

    /** Seconds, or a date: then counted from the server's own, so that its clock may be wrong. */
    static Optional<Duration> after(@Nullable String header, @Nullable String date) {
        if (header == null) {
            return Optional.empty();
        }
        String value = header.strip();
        if (value.matches("\\d{1,9}")) {
            return Optional.of(capped(Duration.ofSeconds(Long.parseLong(value))));
        }
        if (date == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(capped(Duration.between(time(date), time(value))));
        } catch (DateTimeException e) {
            // Neither seconds nor a date: as good as no header.
            return Optional.empty();
        }
    }

    private static ZonedDateTime time(String header) {
        return ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME);
    }

    private static Duration capped(Duration asked) {
        return asked.isNegative() ? Duration.ZERO : asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }
}
