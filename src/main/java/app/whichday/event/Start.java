package app.whichday.event;

import app.whichday.mail.Block;
import app.whichday.when.DatedExpression;
import app.whichday.when.Expression;
import app.whichday.when.Reading;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A time at which the event may start, as the mail tells it.
 *
 * @param dated the expression that tells the day
 * @param clock the one that tells the clock time, where it is another ("Friday. How about 3pm?")
 * @param sentence the index of the sentence in which the day stands
 * @param order its place among the mail's times to come, from 0
 */
public record Start(DatedExpression dated, Optional<Expression> clock, int sentence, int order) {
    public Expression day() {
        return dated.expression();
    }

    /** The date on the writer's calendar. */
    public LocalDate date() {
        return reading().day();
    }

    /** On the writer's clock; empty where only a day is told. */
    public Optional<LocalTime> time() {
        Reading told = clock.map(Expression::best).orElse(reading());
        return told.timed()
                ? Optional.of((told.start() != null ? told.start() : told.end()).toLocalTime())
                : Optional.empty();
    }

    Reading reading() {
        return dated.expression().best();
    }

    boolean timed() {
        return clock.isPresent() || reading().timed();
    }

    /** Whether it stands in the mail's own text. */
    boolean own() {
        return dated.block().kind() == Block.Kind.NEW;
    }

    /** The zone that the words name; null where none. */
    @Nullable
    ZoneId zone() {
        return clock.map(Expression::best).orElse(reading()).zone();
    }

    /** Whether it is said on a clock that shows the same as one in that zone. */
    boolean onClockOf(ZoneId other) {
        ZoneId told = zone();
        return told == null
                || told.getRules()
                        .getOffset(date().atTime(12, 0))
                        .equals(other.getRules().getOffset(date().atTime(12, 0)));
    }
}
