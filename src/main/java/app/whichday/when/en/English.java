package app.whichday.when.en;

import app.whichday.when.kinds.ClockTime;
import app.whichday.when.kinds.Closing;
import app.whichday.when.kinds.Counted;
import app.whichday.when.kinds.DateOfYear;
import app.whichday.when.kinds.DayList;
import app.whichday.when.kinds.DayOfMonth;
import app.whichday.when.kinds.DayWord;
import app.whichday.when.kinds.FeastName;
import app.whichday.when.kinds.FigureDate;
import app.whichday.when.kinds.HalfOfPeriod;
import app.whichday.when.kinds.HourEnding;
import app.whichday.when.kinds.IsoDate;
import app.whichday.when.kinds.JoinedDate;
import app.whichday.when.kinds.LooseDate;
import app.whichday.when.kinds.MonthDate;
import app.whichday.when.kinds.NowWord;
import app.whichday.when.kinds.NthOfPeriod;
import app.whichday.when.kinds.PartOfDay;
import app.whichday.when.kinds.PeriodName;
import app.whichday.when.kinds.QuarterCode;
import app.whichday.when.kinds.Recurrence;
import app.whichday.when.kinds.WeekdayCounted;
import app.whichday.when.kinds.WeekdayName;
import app.whichday.when.kinds.YearFigure;
import app.whichday.when.meaning.Kind;
import app.whichday.when.meaning.Language;
import java.util.List;

/** English, of all countries; the order of figures and the holidays follow the writer's. */
public final class English {
    /** Asked in this order; the longest wins, of equally long ones the first. */
    static final List<Kind> KINDS = List.of(
            new IsoDate(),
            new FigureDate(),
            new FeastName(),
            new JoinedDate(),
            new LooseDate(),
            new DateOfYear(),
            new DayList(),
            new MonthDate(),
            new WeekdayName(),
            new WeekdayCounted(),
            new DayOfMonth(),
            new DayWord(),
            new Counted(),
            new HalfOfPeriod(),
            new NthOfPeriod(),
            new PeriodName(),
            new QuarterCode(),
            new Closing(),
            new PartOfDay(),
            new ClockTime(),
            new HourEnding(),
            new Recurrence(),
            new YearFigure(),
            new NowWord(),
            new LeftToNatty());

    private English() {}

    public static Language language() {
        return new Language("en", KINDS);
    }
}
