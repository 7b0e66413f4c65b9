package app.whichday.when;

import app.whichday.when.meaning.Day;
import app.whichday.when.meaning.DayRange;
import app.whichday.when.meaning.DayReading;
import app.whichday.when.meaning.Days;
import app.whichday.when.meaning.Scene;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which dates a text names in full, a year left out being the nearest: they tell what vaguer words near them mean. */
final class NamedDates {
    private static final int MOST = 24;

    private final List<@Nullable LocalDate> byDraft = new ArrayList<>();
    private final Set<LocalDate> others;

    /** @param scene whose named dates come from outside of the text, and count as well */
    NamedDates(List<Draft> drafts, Scene scene) {
        Set<LocalDate> named = new LinkedHashSet<>();
        for (Draft draft : drafts) {
            LocalDate day = draft.day == null || draft.recurring || draft.weak ? null : day(draft.day, scene);
            byDraft.add(day);
            if (day != null && named.size() < MOST) {
                named.add(day);
            }
        }
        named.addAll(scene.named());
        this.others = named;
    }

    List<LocalDate> all() {
        return List.copyOf(others);
    }

    /** What all but this draft name: no date speaks for itself. */
    List<LocalDate> besides(int draft) {
        LocalDate own = byDraft.get(draft);
        if (own == null || byDraft.indexOf(own) != byDraft.lastIndexOf(own)) {
            return List.copyOf(others);
        }
        return others.stream().filter(day -> !day.equals(own)).toList();
    }

    private static @Nullable LocalDate day(Day day, Scene scene) {
        if (day instanceof Days.Agreed || day instanceof Days.Date) {
            return nearest(day, scene);
        }
        if (day instanceof Days.Figures figures) {
            return usual(figures, scene);
        }
        return day instanceof DayRange range ? day(range.from(), scene) : null;
    }

    /** The country's order of day and month, where it gives a date at all. */
    private static @Nullable LocalDate usual(Days.Figures figures, Scene scene) {
        List<DayReading> readings = figures.readings(scene);
        String order = readings.isEmpty() ? "" : readings.getFirst().rule().split("-", 2)[0];
        return nearest(
                readings.stream()
                        .filter(reading -> reading.rule().startsWith(order))
                        .toList(),
                scene);
    }

    private static @Nullable LocalDate nearest(Day day, Scene scene) {
        return nearest(day.readings(scene), scene);
    }

    private static @Nullable LocalDate nearest(List<DayReading> readings, Scene scene) {
        LocalDate nearest = null;
        for (DayReading reading : readings) {
            if (nearest == null || distance(reading.start(), scene) < distance(nearest, scene)) {
                nearest = reading.start();
            }
        }
        return nearest;
    }

    private static long distance(LocalDate day, Scene scene) {
        return Math.abs(day.toEpochDay() - scene.today().toEpochDay());
    }
}
