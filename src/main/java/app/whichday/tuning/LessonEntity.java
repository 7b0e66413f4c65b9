package app.whichday.tuning;

import app.whichday.choice.FeatureBytes;
import app.whichday.choice.Subtask;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A row of what was learned. */
@Entity(name = "Lesson")
@Table(name = "lesson")
class LessonEntity extends PanacheEntityBase {
    /** Between habits; stands in no name of one. */
    private static final String HABIT = ";";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Nullable
    Long proposal;

    long mail;
    String subtask = "";
    String context = "";
    String[] labels = {};
    byte[] features = {};
    String[] habits = {};
    int[] answers = {};
    int best;
    boolean asked;
    long thread;

    @Nullable
    String writer;

    @Enumerated(EnumType.STRING)
    Lesson.Origin origin = Lesson.Origin.CONFIRMED;

    String model = "";

    @Column(name = "learned_at")
    Instant learnedAt = Instant.EPOCH;

    @Column(name = "withdrawn_at")
    @Nullable
    Instant withdrawnAt;

    static LessonEntity of(Lesson lesson, long mail, @Nullable Long proposal) {
        LessonEntity row = new LessonEntity();
        row.proposal = proposal;
        row.mail = mail;
        row.subtask = lesson.subtask().name();
        row.context = storable(lesson.context());
        row.labels = lesson.options().stream()
                .map(option -> storable(option.label()))
                .toArray(String[]::new);
        row.features = bytes(lesson.options());
        row.habits = lesson.options().stream()
                .map(option -> String.join(HABIT, option.habits()))
                .toArray(String[]::new);
        row.answers =
                lesson.right().stream().mapToInt(Integer::intValue).sorted().toArray();
        row.best = lesson.best();
        row.asked = lesson.asked();
        row.thread = Long.parseLong(lesson.thread());
        row.writer = lesson.writer().map(LessonEntity::storable).orElse(null);
        row.origin = lesson.origin();
        row.model = lesson.model();
        row.learnedAt = lesson.at();
        return row;
    }

    /** Of a row that is stored. */
    long key() {
        return Objects.requireNonNull(id);
    }

    Lesson lesson() {
        return new Lesson(
                new Subtask(subtask),
                context,
                options(),
                IntStream.of(answers).boxed().collect(Collectors.toSet()),
                best,
                asked,
                Long.toString(thread),
                Optional.ofNullable(writer),
                origin,
                model,
                learnedAt);
    }

    private static byte[] bytes(List<Lesson.Choice> options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Lesson.Choice option : options) {
            byte[] features = FeatureBytes.of(option.features());
            out.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(features.length).array());
            out.writeBytes(features);
        }
        return out.toByteArray();
    }

    private List<Lesson.Choice> options() {
        ByteBuffer in = ByteBuffer.wrap(features);
        List<Lesson.Choice> options = new ArrayList<>(labels.length);
        for (int i = 0; i < labels.length; i++) {
            byte[] each = new byte[in.getInt()];
            in.get(each);
            List<String> told = habits[i].isEmpty() ? List.of() : List.of(habits[i].split(HABIT));
            options.add(new Lesson.Choice(labels[i], FeatureBytes.read(each), told));
        }
        return options;
    }

    /** PostgreSQL refuses U+0000 in any text. */
    private static String storable(String text) {
        return text.replace('\0', ' ');
    }
}
