package app.whichday.tuning;

import app.whichday.choice.ModelVersion;
import app.whichday.choice.Prior;
import app.whichday.choice.Subtask;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One way to learn from an owner's decisions.
 *
 * @param name stands in the version of the models trained by it, so that it can be told what made them; no / or -
 * @param prior how readily which weights move
 * @param halfLife after so long a decision counts for half; empty where all count the same
 */
record Variant(String name, Prior prior, Optional<Duration> halfLife) {
    private static final String OWN = "/own-";
    private static final double NEVER = Double.POSITIVE_INFINITY;
    /** The wider the circle, the more it takes to believe that all in it have the habit. */
    private static final double HOUSE = 3;

    private static final double LIST = 1.5;
    private static final double EVERYBODY = 20;
    private static final Duration SEASON = Duration.ofDays(45);

    /** By name: how strongly a person's habits are pulled back to nothing. */
    private static final Map<String, Double> HABITS = ordered("eager", 0.05, "ready", 0.15, "careful", 0.5);
    /** The same of words. */
    private static final Map<String, Double> WORDS = ordered("noWords", NEVER, "fewWords", 40.0, "words", 8.0);

    /** All that are tried, the simplest first. */
    static List<Variant> sweep() {
        List<Variant> all = new ArrayList<>();
        HABITS.forEach((habits, strength) -> WORDS.forEach((words, pull) -> {
            String name = habits + "." + words;
            all.add(new Variant(name + ".close", close(strength, pull), Optional.empty()));
            all.add(new Variant(name, wide(strength, pull), Optional.empty()));
            all.add(new Variant(name + ".season", wide(strength, pull), Optional.of(SEASON)));
        }));
        WORDS.forEach((words, pull) -> {
            if (pull < NEVER) {
                Prior noHabits = new Prior(NEVER, NEVER, NEVER, NEVER, pull);
                all.add(new Variant("noHabits." + words, noHabits, Optional.empty()));
            }
        });
        return List.copyOf(all);
    }

    /** Nothing of one person is believed of strangers. */
    private static Prior close(double person, double words) {
        return new Prior(person, person * HOUSE, person * LIST, NEVER, words);
    }

    private static Prior wide(double person, double words) {
        return new Prior(person, person * HOUSE, person * LIST, person * EVERYBODY, words);
    }

    private static Map<String, Double> ordered(String a, double x, String b, double y, String c, double z) {
        Map<String, Double> map = new LinkedHashMap<>();
        map.put(a, x);
        map.put(b, y);
        map.put(c, z);
        return map;
    }

    /** That which a version was made by; empty for models that ship, and for variants of other versions of Whichday. */
    static Optional<Variant> of(ModelVersion version) {
        int own = version.name().indexOf(OWN);
        if (own < 0) {
            return Optional.empty();
        }
        String name = version.name().substring(own + OWN.length()).split("-", 2)[0];
        return sweep().stream().filter(variant -> variant.name.equals(name)).findFirst();
    }

    /** @param hash of the model, which tells it from others by the same variant */
    ModelVersion version(Subtask subtask, String hash) {
        return new ModelVersion(subtask.name() + OWN + name + "-" + hash);
    }

    /** Above 0, at most 1. */
    double weight(Instant decided, Instant now) {
        if (halfLife.isEmpty()) {
            return 1;
        }
        double age = Math.max(0, Duration.between(decided, now).toMinutes());
        return Math.max(1e-3, Math.pow(0.5, age / halfLife.get().toMinutes()));
    }

    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("variant", name);
        parameters.put("person", String.valueOf(prior.person()));
        parameters.put("house", String.valueOf(prior.house()));
        parameters.put("list", String.valueOf(prior.list()));
        parameters.put("everybody", String.valueOf(prior.everybody()));
        parameters.put("words", String.valueOf(prior.words()));
        parameters.put("halfLife", halfLife.map(Duration::toString).orElse("none"));
        parameters.put("seed", "none: nothing is drawn by chance");
        return parameters;
    }
}
