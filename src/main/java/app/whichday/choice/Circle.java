package app.whichday.choice;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whose habits may show in a text: its writer's, those of everybody at the writer's house, of a list, of all. A habit seen in
 * one of them says a little about the wider ones too. Holds hashes, no names.
 */
public final class Circle {
    /** Of a text whose writer is not known: no habits. */
    public static final Circle NOBODY = new Circle(Map.of());

    private final Scope[] scopes;
    private final long[] names;

    private Circle(Map<Scope, String> members) {
        Map<Scope, String> narrowestFirst = new TreeMap<>(members);
        scopes = narrowestFirst.keySet().toArray(Scope[]::new);
        names = narrowestFirst.values().stream()
                .mapToLong(name -> FeatureHash.of("@", name.toLowerCase(Locale.ROOT)))
                .toArray();
    }

    /** @param members by scope an address, a domain, a list's address; {@link Scope#EVERYBODY} belongs to each by itself */
    public static Circle of(Map<Scope, String> members) {
        Map<Scope, String> all = new TreeMap<>(members);
        all.put(Scope.EVERYBODY, "");
        return new Circle(all);
    }

    int size() {
        return scopes.length;
    }

    Scope scope(int i) {
        return scopes[i];
    }

    long hash(int i, long habit) {
        return scopes[i].mark(names[i] + habit);
    }
}
