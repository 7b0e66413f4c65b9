package app.whichday.assistant;

import app.whichday.choice.ModelVersion;
import app.whichday.choice.Question;
import app.whichday.tuning.Lesson;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Makes lessons of questions as they were put. */
final class LessonOf {
    private LessonOf() {}

    static Lesson question(
            Question<?> question,
            Set<Integer> right,
            int best,
            boolean asked,
            long thread,
            Optional<String> writer,
            Lesson.Origin origin,
            ModelVersion by,
            Instant at) {
        return new Lesson(
                question.subtask(),
                question.context(),
                question.options().stream()
                        .map(option -> new Lesson.Choice(option.label(), option.features()))
                        .toList(),
                right,
                best,
                asked,
                Long.toString(thread),
                writer,
                origin,
                by.name(),
                at);
    }
}
