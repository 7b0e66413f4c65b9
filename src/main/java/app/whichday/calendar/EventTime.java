package app.whichday.calendar;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/** When an event is. As JSON, {@code type} tells which: {@code timed} or {@code all-day}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = EventTime.Timed.class, name = "timed"),
    @JsonSubTypes.Type(value = EventTime.AllDay.class, name = "all-day")
})
public sealed interface EventTime {
    /** The first day, in the event's own zone. */
    LocalDate firstDay();

    /** {@code [start, start + length)}; a length of zero is a moment, as a deadline's. */
    record Timed(ZonedDateTime start, Duration length) implements EventTime {
        public Timed {
            if (length.isNegative()) {
                throw new IllegalArgumentException("An event's length is not negative: " + length);
            }
        }

        public ZonedDateTime end() {
            return start.plus(length);
        }

        @Override
        public LocalDate firstDay() {
            return start.toLocalDate();
        }
    }

    /** Whole days {@code [first, end)}: end is the day after the last. */
    record AllDay(LocalDate first, LocalDate end) implements EventTime {
        public AllDay {
            if (!end.isAfter(first)) {
                throw new IllegalArgumentException(
                        "An all-day event ends after its first day " + first + ", not " + end);
            }
        }

        @Override
        public LocalDate firstDay() {
            return first;
        }
    }
}
