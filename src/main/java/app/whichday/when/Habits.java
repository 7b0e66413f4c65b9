package app.whichday.when;

import app.whichday.choice.Circle;
import app.whichday.choice.Features;
import app.whichday.when.meaning.Hours;
import app.whichday.when.meaning.Scene;
import org.jspecify.annotations.Nullable;

/**
 * What a reading would say of its writer, if it were meant: that their "next Friday" is this week's, that they put the day
 * before the month, that their "at 7" is in the evening.
 */
final class Habits {
    /** A correction or two are to outweigh what the words tell of anybody's. */
    private static final double STRONG = 2;

    private static final String ORDER = "order-";

    private Habits() {}

    static void describe(
            Resolver.Candidate candidate,
            String shape,
            String rule,
            @Nullable Hours hours,
            Scene scene,
            Features.Builder out) {
        Circle writer = scene.circle();
        if (writer == Circle.NOBODY) {
            return;
        }
        boolean inOrder = candidate.rule().startsWith(ORDER);
        if (inOrder || candidate.rule().startsWith("other-order-")) {
            out.habit(writer, "figures=", inOrder == scene.dayFirst() ? "day-first" : "month-first", STRONG);
            out.habit(writer, "figures-of=", rule.substring(rule.indexOf(ORDER) + ORDER.length()), 1);
        } else {
            out.habit(writer, shape + "=", rule, STRONG);
        }
        if (!candidate.half().isEmpty() && hours != null && hours.from() != null) {
            out.habit(writer, "hour " + hours.from().hour() + "=", candidate.half(), STRONG);
            boolean usual = hours.from().usuallyAfternoon() == candidate.half().equals("pm");
            out.habit(writer, "half-of-day=", usual ? "usual" : "other", 1);
        }
    }
}
