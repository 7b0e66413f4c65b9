package app.whichday.when.de;

import app.whichday.when.kinds.ClockTime;
import app.whichday.when.kinds.Closing;
import app.whichday.when.kinds.Counted;
import app.whichday.when.kinds.DayOfMonth;
import app.whichday.when.kinds.DayWord;
import app.whichday.when.kinds.FeastName;
import app.whichday.when.kinds.FigureDate;
import app.whichday.when.kinds.HalfOfPeriod;
import app.whichday.when.kinds.IsoDate;
import app.whichday.when.kinds.MonthDate;
import app.whichday.when.kinds.NowWord;
import app.whichday.when.kinds.NthOfPeriod;
import app.whichday.when.kinds.PartOfDay;
import app.whichday.when.kinds.PeriodName;
import app.whichday.when.kinds.QuarterCode;
import app.whichday.when.kinds.Recurrence;
import app.whichday.when.kinds.WeekdayCounted;
import app.whichday.when.kinds.WeekdayName;
import app.whichday.when.meaning.Kind;
import app.whichday.when.meaning.Language;
import java.util.List;

/** German, of all countries. */
public final class German {
    /** Asked in this order; the longest wins, of equally long ones the first. */
    private static final List<Kind> KINDS = List.of(
            new IsoDate(),
            new FigureDate(),
            new FigureDays(),
            new FeastName(),
            new MonthDate(),
            new WeekdayPart(),
            new WeekdayName(),
            new WeekdayCounted(),
            new DayOfMonth(),
            new DayWord(),
            new Counted(),
            new CountedBack(),
            new HalfOfPeriod(),
            new NthOfPeriod(),
            new PeriodName(),
            new QuarterCode(),
            new Closing(),
            new PartOfDay(),
            new ClockTime(),
            new SpokenClock(),
            new Recurrence(),
            new NowWord());

    private German() {}

    public static Language language() {
        return new Language("de", KINDS);
    }
}
