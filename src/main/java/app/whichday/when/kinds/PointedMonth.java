package app.whichday.when.kinds;

import app.whichday.when.meaning.Day;
import app.whichday.when.meaning.DayReading;
import app.whichday.when.meaning.Deixis;
import app.whichday.when.meaning.Scene;
import app.whichday.when.meaning.Unit;
import java.time.LocalDate;
import java.util.List;

/** "next March", "last June", "this May": the nearest on that side of now; "this" is this year's. */
record PointedMonth(Day named, Deixis deixis, int month) implements Day {
    @Override
    public List<DayReading> readings(Scene scene) {
        LocalDate today = scene.today();
        LocalDate here = LocalDate.of(today.getYear(), month, 1);
        LocalDate meant =
                switch (deixis) {
                    case LAST, PAST, BEFORE_LAST -> here.isBefore(Unit.MONTH.floor(today)) ? here : here.minusYears(1);
                    case NEXT, COMING, AFTER_NEXT -> here.isAfter(today) ? here : here.plusYears(1);
                    case THIS, NONE -> here;
                };
        return List.of(DayReading.of(meant, Unit.MONTH, "month-pointed", "the nearest on that side"));
    }

    @Override
    public boolean oneDay() {
        return false;
    }
}
