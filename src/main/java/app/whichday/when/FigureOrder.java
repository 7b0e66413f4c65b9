package app.whichday.when;

import app.whichday.when.meaning.Day;
import app.whichday.when.meaning.DayRange;
import app.whichday.when.meaning.Days;
import app.whichday.when.meaning.Scene;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** "02/29" can only be read month first: who writes that writes "02/01" in the same order. */
final class FigureOrder {
    private static final int MONTHS = 12;

    private int dayFirst;
    private int monthFirst;

    private FigureOrder() {}

    /** The scene with the order that its dates prove; as it was where they prove none, or both. */
    static Scene proven(List<Draft> drafts, Scene scene) {
        FigureOrder order = new FigureOrder();
        for (Draft draft : drafts) {
            order.weigh(draft.day);
        }
        return order.dayFirst == 0 == (order.monthFirst == 0) ? scene : scene.ordered(order.dayFirst > 0);
    }

    private void weigh(@Nullable Day day) {
        if (day instanceof Days.Figures figures) {
            dayFirst += figures.first() > MONTHS && figures.second() <= MONTHS ? 1 : 0;
            monthFirst += figures.second() > MONTHS && figures.first() <= MONTHS ? 1 : 0;
        } else if (day instanceof DayRange range) {
            weigh(range.from());
            weigh(range.to());
        } else if (day instanceof Days.Agreed agreed) {
            weigh(agreed.date());
        }
    }
}
