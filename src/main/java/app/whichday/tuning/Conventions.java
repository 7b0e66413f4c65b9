package app.whichday.tuning;

import app.whichday.when.Habit;
import app.whichday.when.Sighting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the owner's decisions told of how each correspondent writes, for the owner to see, correct and delete. */
@ApplicationScoped
public class Conventions {
    private final Lessons lessons;

    Conventions(Lessons lessons) {
        this.lessons = lessons;
    }

    /**
     * What somebody means by some words.
     *
     * @param writer their address
     * @param habit what they meant most often
     * @param times how often they did
     * @param of how often they wrote it where it could have meant something else
     * @param corrected how often Whichday had thought otherwise
     * @param alternatives what else it could mean, as far as it came up
     */
    public record Convention(String writer, Habit habit, int times, int of, int corrected, List<Habit> alternatives) {}

    /** Those that needed a correction, by writer; what everybody would read so is left out. */
    @Transactional
    public List<Convention> all() {
        Map<String, Map<String, List<Said>>> byWriter = new TreeMap<>();
        for (Lessons.Kept kept : lessons.kept(Sighting.READING)) {
            kept.lesson().writer().ifPresent(writer -> {
                Map<String, List<Said>> byWords = byWriter.computeIfAbsent(writer, who -> new TreeMap<>());
                for (String about : about(kept.lesson())) {
                    byWords.computeIfAbsent(about, words -> new ArrayList<>()).add(new Said(kept, about));
                }
            });
        }
        List<Convention> all = new ArrayList<>();
        byWriter.forEach((writer, byWords) -> byWords.values().stream()
                .map(Conventions::telling)
                .filter(said -> !said.isEmpty())
                .map(said -> convention(writer, said))
                .filter(convention -> convention.corrected > 0)
                .forEach(all::add));
        return all;
    }

    /**
     * From now on the writer means this: what was decided before of such words is taken to have been meant so.
     *
     * @throws NoSuchElementException where no decision is about that, in one sentence
     */
    @Transactional
    public void correct(String writer, Habit habit) {
        for (Said said : of(writer, habit.about())) {
            Set<Integer> right = said.meaning(habit.meant());
            if (!right.isEmpty()) {
                lessons.keep(said.kept.lesson().answered(right), said.kept.mail(), said.kept.proposal());
            }
        }
    }

    /**
     * Forgets what the writer means by that: the decisions that told so teach nothing any more.
     *
     * @throws NoSuchElementException where no decision is about that, in one sentence
     */
    @Transactional
    public void delete(String writer, String about) {
        lessons.withdraw(of(writer, about).stream().map(said -> said.kept.id()).toList());
    }

    private List<Said> of(String writer, String about) {
        List<Said> all = lessons.kept(Sighting.READING).stream()
                .filter(kept -> kept.lesson().writer().filter(writer::equals).isPresent())
                .filter(kept -> about(kept.lesson()).contains(about))
                .map(kept -> new Said(kept, about))
                .toList();
        if (all.isEmpty()) {
            throw new NoSuchElementException("Nothing was decided about that of " + writer + ".");
        }
        return all;
    }

    /** On a Friday the coming Monday is next week's: only where all that they ever meant came up, their meaning shows. */
    private static List<Said> telling(List<Said> all) {
        Set<String> meant = all.stream().map(Said::meant).collect(Collectors.toSet());
        return all.stream().filter(said -> said.meanings().containsAll(meant)).toList();
    }

    private static Convention convention(String writer, List<Said> all) {
        Map<String, Long> counts =
                all.stream().collect(Collectors.groupingBy(Said::meant, LinkedHashMap::new, Collectors.counting()));
        String meant = counts.entrySet().stream()
                .max(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .orElseThrow()
                .getKey();
        String about = all.getFirst().about;
        Set<String> others = new TreeSet<>();
        all.forEach(said -> others.addAll(said.meanings()));
        others.remove(meant);
        return new Convention(
                writer,
                new Habit(about, meant),
                Math.toIntExact(counts.get(meant)),
                all.size(),
                (int) all.stream().filter(Said::corrected).count(),
                others.stream().map(other -> new Habit(about, other)).toList());
    }

    /** What the options differ in and the right ones agree on. */
    private static Set<String> about(Lesson lesson) {
        Map<String, Set<String>> meanings = new TreeMap<>();
        Map<String, Set<String>> right = new TreeMap<>();
        for (int i = 0; i < lesson.options().size(); i++) {
            for (Habit habit : habits(lesson.options().get(i))) {
                meanings.computeIfAbsent(habit.about(), about -> new HashSet<>())
                        .add(habit.meant());
                if (lesson.right().contains(i)) {
                    right.computeIfAbsent(habit.about(), about -> new HashSet<>())
                            .add(habit.meant());
                }
            }
        }
        return right.keySet().stream()
                .filter(about ->
                        right.get(about).size() == 1 && meanings.get(about).size() > 1)
                .collect(Collectors.toSet());
    }

    private static List<Habit> habits(Lesson.Choice option) {
        return option.habits().stream().flatMap(name -> Habit.of(name).stream()).toList();
    }

    /** A decision that told what the words mean. */
    private record Said(Lessons.Kept kept, String about) {
        String meant() {
            return meaning(kept.lesson().right().iterator().next());
        }

        boolean corrected() {
            return !meaning(kept.lesson().best()).equals(meant());
        }

        Set<String> meanings() {
            Set<String> all = new TreeSet<>();
            IntStream.range(0, kept.lesson().options().size())
                    .mapToObj(this::meaning)
                    .filter(meaning -> !meaning.isEmpty())
                    .forEach(all::add);
            return all;
        }

        /** The options that mean it so, and otherwise say what the right ones do where there are such. */
        Set<Integer> meaning(String meant) {
            Set<Integer> all = IntStream.range(0, kept.lesson().options().size())
                    .filter(i -> meaning(i).equals(meant))
                    .boxed()
                    .collect(Collectors.toSet());
            Set<String> besides = besides(kept.lesson().right().iterator().next());
            Set<Integer> alike =
                    all.stream().filter(i -> besides(i).equals(besides)).collect(Collectors.toSet());
            return alike.isEmpty() ? all : alike;
        }

        private String meaning(int option) {
            return habits(kept.lesson().options().get(option)).stream()
                    .filter(habit -> habit.about().equals(about))
                    .map(Habit::meant)
                    .findFirst()
                    .orElse("");
        }

        private Set<String> besides(int option) {
            return kept.lesson().options().get(option).habits().stream()
                    .filter(name -> !name.startsWith(about + "="))
                    .collect(Collectors.toSet());
        }
    }
}
