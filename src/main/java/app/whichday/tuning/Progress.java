package app.whichday.tuning;

import app.whichday.triage.MailTriage;
import app.whichday.when.Sighting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How often Whichday erred, over time, as the owner's decisions tell. */
@ApplicationScoped
public class Progress {
    private static final int WEEKS = 12;
    private static final int MONTH = 30;

    private final Lessons lessons;
    private final Clock clock;

    Progress(Lessons lessons, Clock clock) {
        this.lessons = lessons;
        this.clock = clock;
    }

    /**
     * A stretch of days.
     *
     * @param first its first day
     * @param decisions what the owner decided
     * @param wrongDays of them, where another day or time was meant than the first one offered
     * @param asked of them, where Whichday had asked which day was meant
     * @param missorted of them, where a mail was in the wrong lane
     */
    public record Stretch(LocalDate first, int decisions, int wrongDays, int asked, int missorted) {}

    /**
     * @param weeks the last ones, the oldest first, the current one last; from Mondays
     * @param before the thirty days before those of {@code now}
     * @param now the last thirty days, today's among them
     */
    public record Course(List<Stretch> weeks, Stretch before, Stretch now) {}

    /** @param zone in which days end */
    @Transactional
    public Course course(ZoneId zone) {
        List<Lesson> all = Stream.concat(
                        lessons.of(Sighting.READING).stream(), lessons.of(MailTriage.CATEGORY).stream())
                .toList();
        return course(all, clock.instant().atZone(zone).toLocalDate(), zone);
    }

    static Course course(List<Lesson> lessons, LocalDate today, ZoneId zone) {
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        List<Stretch> weeks = new ArrayList<>();
        for (int ago = WEEKS - 1; ago >= 0; ago--) {
            weeks.add(stretch(lessons, monday.minusWeeks(ago), monday.minusWeeks(ago - 1L), zone));
        }
        LocalDate tomorrow = today.plusDays(1);
        return new Course(
                List.copyOf(weeks),
                stretch(lessons, tomorrow.minusDays(2 * MONTH), tomorrow.minusDays(MONTH), zone),
                stretch(lessons, tomorrow.minusDays(MONTH), tomorrow, zone));
    }

    /** @param end exclusive */
    private static Stretch stretch(List<Lesson> lessons, LocalDate first, LocalDate end, ZoneId zone) {
        int decisions = 0;
        int wrongDays = 0;
        int asked = 0;
        int missorted = 0;
        for (Lesson lesson : lessons) {
            LocalDate day = lesson.at().atZone(zone).toLocalDate();
            if (day.isBefore(first) || !day.isBefore(end)) {
                continue;
            }
            boolean wrong = !lesson.right().isEmpty() && !lesson.wasRight();
            boolean sorted = lesson.subtask().equals(MailTriage.CATEGORY);
            decisions++;
            wrongDays += wrong && !sorted ? 1 : 0;
            asked += lesson.asked() ? 1 : 0;
            missorted += wrong && sorted ? 1 : 0;
        }
        return new Stretch(first, decisions, wrongDays, asked, missorted);
    }
}
