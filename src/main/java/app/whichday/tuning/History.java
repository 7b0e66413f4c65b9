package app.whichday.tuning;

import app.whichday.choice.FeatureBytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * An owner's decisions in three stretches of time: variants learn from the first, the best is chosen on the second, and proves
 * itself on the third. No thread is in two of them.
 */
record History(List<Lesson> learned, List<Lesson> choosing, List<Lesson> proving) {
    private static final double LEARNED = 0.5;
    private static final double CHOOSING = 0.7;
    private static final long SEED = 5;

    History {
        learned = List.copyOf(learned);
        choosing = List.copyOf(choosing);
        proving = List.copyOf(proving);
    }

    static History of(List<Lesson> lessons) {
        Map<String, List<Lesson>> threads = new LinkedHashMap<>();
        for (Lesson lesson : inOrder(lessons)) {
            threads.computeIfAbsent(lesson.thread(), thread -> new ArrayList<>())
                    .add(lesson);
        }
        List<List<Lesson>> parts = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        int done = 0;
        for (List<Lesson> thread : threads.values()) {
            double share = (double) done / lessons.size();
            parts.get(share < LEARNED ? 0 : share < CHOOSING ? 1 : 2).addAll(thread);
            done += thread.size();
        }
        return new History(parts.get(0), parts.get(1), parts.get(2));
    }

    /** The oldest first; the same whatever order they come in. */
    static List<Lesson> inOrder(List<Lesson> lessons) {
        return lessons.stream()
                .sorted(Comparator.comparing(Lesson::at)
                        .thenComparing(Lesson::thread)
                        .thenComparing(Lesson::context))
                .toList();
    }

    /** What the last stretch is held against: all before it. */
    List<Lesson> beforeProof() {
        List<Lesson> all = new ArrayList<>(learned);
        all.addAll(choosing);
        return all;
    }

    /** The same questions, each with the answer to another one of as many options. The same each time. */
    static List<Lesson> dealtOut(List<Lesson> lessons) {
        Map<Integer, List<Set<Integer>>> answers = new TreeMap<>();
        for (Lesson lesson : lessons) {
            answers.computeIfAbsent(lesson.options().size(), size -> new ArrayList<>())
                    .add(lesson.right());
        }
        answers.values().forEach(right -> Collections.shuffle(right, new Random(SEED)));
        Map<Integer, Iterator<Set<Integer>>> next = new TreeMap<>();
        answers.forEach((size, right) -> next.put(size, right.iterator()));
        return lessons.stream()
                .map(lesson -> lesson.answered(next.get(lesson.options().size()).next()))
                .toList();
    }

    /** Of what is learned from them, and nothing else. */
    static String sha256(List<Lesson> lessons) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Lesson lesson : inOrder(lessons)) {
            bytes.writeBytes(time(lesson.at()));
            bytes.writeBytes(lesson.thread().getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < lesson.options().size(); i++) {
                bytes.write(lesson.right().contains(i) ? 1 : 0);
                bytes.writeBytes(FeatureBytes.of(lesson.options().get(i).features()));
            }
        }
        return DataFolder.sha256(bytes.toByteArray());
    }

    private static byte[] time(Instant at) {
        return ByteBuffer.allocate(Long.BYTES).putLong(at.toEpochMilli()).array();
    }
}
