package app.whichday.tuning;

import app.whichday.mail.MailId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The decisions of a simulated owner, for pages to show. */
public final class Taught {
    private static final int DAYS = 45;
    private static final long FIRST = 2_000_000;

    private Taught() {}

    /** As if the last of them had been decided then. */
    public static void until(Instant last, Lessons lessons) throws IOException {
        SimulatedAssistant heard = new SimulatedAssistant(0);
        SimulatedAssistant.Tally tally = new SimulatedAssistant.Tally();
        new SimulatedOwner(3, 0).days(DAYS).forEach(day -> day.forEach(told -> heard.take(told, tally)));
        Duration later = Duration.between(
                SimulatedOwner.FIRST_DAY.plusDays(DAYS).atStartOfDay(SimulatedOwner.ZONE),
                last.atZone(SimulatedOwner.ZONE));
        QuarkusTransaction.requiringNew().run(() -> {
            long mail = FIRST;
            for (List<Lesson> all : heard.lessons.values()) {
                for (Lesson lesson : all) {
                    lessons.keep(at(lesson, lesson.at().plus(later)), new MailId(mail++), Optional.empty());
                }
            }
        });
    }

    private static Lesson at(Lesson lesson, Instant at) {
        return new Lesson(
                lesson.subtask(),
                lesson.context(),
                lesson.options(),
                lesson.right(),
                lesson.best(),
                lesson.asked(),
                lesson.thread(),
                lesson.writer(),
                lesson.origin(),
                lesson.model(),
                at);
    }

    /** Takes back all that came of it. */
    public static void forget(EntityManager database, PersonalModels models) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createQuery("delete from Lesson").executeUpdate());
        models.subtasks().forEach(subtask -> {
            models.startAgain(subtask);
            models.release(subtask);
        });
        QuarkusTransaction.requiringNew().run(() -> database.createQuery("update Learning set successorOf = null")
                .executeUpdate());
    }
}
