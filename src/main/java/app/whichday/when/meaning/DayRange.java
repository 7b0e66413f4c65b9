package app.whichday.when.meaning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** "Tue-Thu", "Dec 31 - Jan 2": from the first day of one to the last day of the other. */
public record DayRange(Day from, Day to) implements Day {
    @Override
    public List<DayReading> readings(Scene scene) {
        List<DayReading> out = new ArrayList<>();
        if (to.fixed() && !from.fixed()) {
            for (DayReading last : to.readings(scene)) {
                DayReading first = latestUpTo(last.start(), from.readings(scene.at(last.start())));
                join(out, first, last, last);
            }
            return out;
        }
        for (DayReading first : from.readings(scene)) {
            // "2024-08-01 to today": today stays today.
            Scene seen = to.fixed() ? scene : scene.at(first.start());
            join(out, first, earliestFrom(first.start(), to.readings(seen)), first);
        }
        return out;
    }

    private static void join(
            List<DayReading> out, @Nullable DayReading first, @Nullable DayReading last, DayReading named) {
        if (first != null && last != null && first.start().isBefore(last.end())) {
            out.add(new DayReading(
                    first.start(), last.end(), named.grain(), "range-" + named.rule(), named.convention(), null));
        }
    }

    private static @Nullable DayReading earliestFrom(LocalDate day, List<DayReading> readings) {
        DayReading best = null;
        for (DayReading reading : readings) {
            if (!reading.end().minusDays(1).isBefore(day)
                    && (best == null || reading.start().isBefore(best.start()))) {
                best = reading;
            }
        }
        return best;
    }

    private static @Nullable DayReading latestUpTo(LocalDate day, List<DayReading> readings) {
        DayReading best = null;
        for (DayReading reading : readings) {
            if (!reading.start().isAfter(day)
                    && (best == null || reading.start().isAfter(best.start()))) {
                best = reading;
            }
        }
        return best;
    }

    @Override
    public boolean oneDay() {
        return false;
    }
}
