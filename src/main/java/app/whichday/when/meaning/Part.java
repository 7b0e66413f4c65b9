package app.whichday.when.meaning;

import java.time.LocalTime;

/** A part of a day, with the hours that people usually mean by it. */
public enum Part {
    MORNING(6, 12),
    NOONTIME(12, 13),
    AFTERNOON(12, 18),
    EVENING(17, 22),
    NIGHT(18, 24),
    /** "mid-morning", "first thing". */
    EARLY(6, 10),
    DAYTIME(8, 18),
    LUNCH(12, 14),
    /** End of business, end of day. */
    CLOSE(17, 18);

    private static final Part[] ALL = values();

    private final int from;
    private final int to;

    Part(int from, int to) {
        this.from = from;
        this.to = to;
    }

    public static Part of(int ordinal) {
        return ALL[ordinal];
    }

    public LocalTime from() {
        return LocalTime.of(from, 0);
    }

    /** Whether an hour without a.m. or p.m. means p.m. in this part of the day. */
    public boolean afternoon(int hour) {
        return switch (this) {
            case MORNING, EARLY -> hour == 12;
            case NOONTIME, LUNCH -> hour >= 12 || hour < 4;
            case AFTERNOON, CLOSE -> true;
            case EVENING -> hour != 12;
            case NIGHT -> hour >= 5 && hour < 12;
            case DAYTIME -> hour == 12 || hour < 7;
        };
    }

    public int toHour() {
        return to;
    }
}
