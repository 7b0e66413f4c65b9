package app.whichday.when;

import app.whichday.choice.Chooser;
import app.whichday.choice.Engines;
import app.whichday.choice.Features;
import app.whichday.choice.LocalModel;
import app.whichday.choice.Option;
import app.whichday.choice.Question;
import app.whichday.choice.Ranked;
import app.whichday.choice.Ranking;
import app.whichday.choice.Verdict;
import app.whichday.when.de.German;
import app.whichday.when.en.English;
import app.whichday.when.meaning.Day;
import app.whichday.when.meaning.DayReading;
import app.whichday.when.meaning.Hours;
import app.whichday.when.meaning.Language;
import app.whichday.when.meaning.Scene;
import app.whichday.when.words.Role;
import app.whichday.when.words.Words;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds every expression of time in a text and ranks what it may mean. Immutable and thread-safe; time linear in the text, memory
 * bounded by its longest expression and a window of it.
 */
public final class WhenReader {
    private static final int WINDOW = 20_000;
    private static final long LEADING = Role.set(
            Role.AT, Role.ON, Role.IN, Role.BY, Role.SINCE, Role.FROM, Role.TO, Role.ABOUT, Role.BEFORE, Role.AFTER);
    private static final int SPOKEN_OF = 150;
    private static final int NEAR = 8;
    private static final int SAMPLE = 2_000;
    /** How much less sure a day is when its sent time isn't told. */
    private static final double SENT_INFERRED = 1.4;
    /** A text with more is a table or an attack; what stands after them is not read. */
    private static final int MOST = 5_000;

    private final Chooser which;
    private final Chooser isTime;
    private final ReadingPolicy policy;
    private final Language english = English.language();
    private final Language german = German.language();

    private WhenReader(Chooser which, Chooser isTime, ReadingPolicy policy) {
        this.which = which;
        this.isTime = isTime;
        this.policy = policy;
    }

    /** With the weights that the program ships. */
    public static WhenReader base() {
        return by(Engines.LOCAL);
    }

    /** The same, or who answers in their place. */
    public static WhenReader by(Engines engines) {
        return of(
                engines.chooser(Sighting.READING, LocalModel.resource("/when/reading.model"), Wording.WHICH),
                engines.chooser(Sighting.IS_TIME, LocalModel.resource("/when/is-time.model"), Wording.IS_TIME),
                ReadingPolicy.DEFAULT);
    }

    /** With another chooser of readings, such as a user's own. */
    public static WhenReader with(Chooser which) {
        return of(which, LocalModel.resource("/when/is-time.model").chooser(), ReadingPolicy.DEFAULT);
    }

    public static WhenReader of(Chooser which, Chooser isTime, ReadingPolicy policy) {
        return new WhenReader(which, isTime, policy);
    }

    /** The same, asking the owner by other thresholds. */
    public WhenReader asking(ReadingPolicy other) {
        return new WhenReader(which, isTime, other);
    }

    /** Expressions in the order of the text; never overlapping. Spans count in {@code text}. */
    public List<Expression> read(CharSequence text, Anchor anchor) {
        return read(text, anchor, Background.NONE);
    }

    /** @param background what is known from around the text */
    public List<Expression> read(CharSequence text, Anchor anchor, Background background) {
        List<Expression> out = new ArrayList<>();
        for (Found found : scan(text, anchor, background)) {
            Sighting sighting = found.sighting;
            if (found.taken(policy)) {
                out.add(new Expression(
                        sighting.span(),
                        sighting.text(),
                        found.ranking,
                        verdict(sighting, found.ranking),
                        sighting.recurring(),
                        sighting.conflict()));
            }
        }
        return out;
    }

    /** Every candidate with its questions undecided, doubtful ones too: to train on. */
    public List<Sighting> sightings(CharSequence text, Anchor anchor, Background background) {
        return scan(text, anchor, background).stream()
                .map(found -> found.sighting)
                .toList();
    }

    /** The dates that the beginning of a text names in full: what other texts around it may speak of. */
    List<LocalDate> named(CharSequence text, Anchor anchor) {
        Language language = language(text, anchor.locale());
        Words words = Words.of(text, 0, window(text, 0), language.lexicon());
        return new NamedDates(Finder.find(words, language), scene(anchor, Background.NONE)).all();
    }

    private Verdict<Reading> verdict(Sighting sighting, Ranking<Reading> ranking) {
        return sighting.conflict() ? ReadingPolicy.ask(ranking) : policy.decide(ranking);
    }

    private record Found(Sighting sighting, Ranking<Reading> ranking, double time, boolean sure) {
        Found lessSure() {
            return new Found(sighting, ranking.atTemperature(SENT_INFERRED), time, sure);
        }

        boolean taken(ReadingPolicy policy) {
            return time >= (sure ? policy.sure() : policy.time());
        }
    }

    private List<Found> scan(CharSequence text, Anchor anchor, Background background) {
        List<Found> out = new ArrayList<>();
        Scene scene = scene(anchor, background);
        Language language = language(text, anchor.locale());
        int from = 0;
        while (from < text.length() && out.size() < MOST) {
            int to = window(text, from);
            scene = window(text, from, to, scene.naming(background.named()), language, out);
            from = to;
        }
        if (background.sentInferred()) {
            out.replaceAll(Found::lessSure);
        }
        return out;
    }

    private static Scene scene(Anchor anchor, Background background) {
        Locale locale = anchor.locale();
        boolean dayFirst = !locale.getCountry().equals("US")
                && !locale.getCountry().isEmpty()
                && !locale.getCountry().equals("PH");
        return new Scene(
                anchor.local(),
                anchor.zone(),
                dayFirst,
                false,
                locale.getCountry(),
                null,
                background.circle(),
                background.named(),
                background.diary());
    }

    /** That of the locale, except where the words are plainly English. */
    private Language language(CharSequence text, Locale locale) {
        if (!locale.getLanguage().equals(german.code())) {
            return english;
        }
        int to = Math.min(text.length(), SAMPLE);
        return known(text, to, english) > 2 * known(text, to, german) ? english : german;
    }

    private static int known(CharSequence text, int to, Language language) {
        Words words = Words.of(text, 0, to, language.lexicon());
        int known = 0;
        for (int i = 0; i < words.size(); i++) {
            known += words.lexeme(i) != null && !words.guessed(i) ? 1 : 0;
        }
        return known;
    }

    /** The end of the next window: after an empty line, else a line, else a space. */
    private static int window(CharSequence text, int from) {
        int most = from + WINDOW;
        if (most >= text.length()) {
            return text.length();
        }
        int line = -1;
        int space = -1;
        for (int i = most - 1; i > from + WINDOW / 2; i--) {
            char c = text.charAt(i);
            if (c == '\n' && text.charAt(i - 1) == '\n') {
                return i + 1;
            }
            line = line < 0 && c == '\n' ? i + 1 : line;
            space = space < 0 && c == ' ' ? i + 1 : space;
        }
        return line > 0 ? line : space > 0 ? space : most;
    }

    private Scene window(CharSequence text, int from, int to, Scene before, Language language, List<Found> out) {
        Words words = Words.of(text, from, to, language.lexicon());
        List<Draft> drafts = Finder.find(words, language);
        Columns.count(words, drafts);
        hoursApart(words, drafts);
        @Nullable Found[] found = new Found[drafts.size()];
        Scene start = FigureOrder.proven(drafts, before);
        NamedDates named = new NamedDates(drafts, start);
        Scene scene = start;
        for (int i = 0; i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            if (draft.day != null) {
                scene = scene.naming(named.besides(i));
                found[i] = sight(words, draft, draft.day, scene, language);
                scene = about(found[i], scene, draft);
            }
        }
        for (int i = 0; i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            if (draft.day == null) {
                found[i] = hoursOnly(words, drafts, found, i, start.naming(named.all()), language);
            }
        }
        for (Found each : found) {
            if (each != null) {
                out.add(each);
            }
        }
        return scene;
    }

    private Scene about(@Nullable Found found, Scene scene, Draft draft) {
        if (found == null || !found.taken(policy) || draft.recurring) {
            return scene;
        }
        Reading best = ReadingPolicy.byDay(found.ranking).getFirst().best().value();
        return best.grain() == Grain.YEAR || best.grain() == Grain.QUARTER ? scene : scene.about(best.day());
    }

    /** A time without a day is on the day that the text speaks of: the one before it, one right after it, or today. */
    private @Nullable Found hoursOnly(
            Words words, List<Draft> drafts, @Nullable Found[] found, int i, Scene scene, Language language) {
        Draft draft = drafts.get(i);
        LocalDate before = null;
        String near = "";
        for (int k = i - 1; k >= 0 && draft.begin - drafts.get(k).end < SPOKEN_OF && before == null; k--) {
            before = day(found[k]);
            near = before == null ? "" : nearness(words, drafts.get(k).end, draft.begin);
        }
        LocalDate after = null;
        for (int k = i + 1;
                k < drafts.size() && sameSentence(words, draft.end, drafts.get(k).begin) && after == null;
                k++) {
            after = drafts.get(k).day == null ? null : day(found[k]);
        }
        Day day = new ContextDay(before, near, after);
        return sight(words, draft, day, before == null ? scene : scene.about(before), language);
    }

    private static void hoursApart(Words words, List<Draft> drafts) {
        for (int i = 0; i + 1 < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            Draft next = drafts.get(i + 1);
            if ((draft.day == null) != (next.day == null) && sameSentence(words, draft.end, next.begin)) {
                draft.hourApart = draft.day != null;
                next.hourApart = next.day != null;
            }
        }
    }

    /** Whether nothing but a few words of one line stand between. */
    private static boolean sameSentence(Words words, int from, int to) {
        if (to - from > NEAR) {
            return false;
        }
        for (int k = from; k <= to; k++) {
            if (words.startsLine(k) || words.startsSentence(k) && k > from) {
                return false;
            }
        }
        return true;
    }

    private static String nearness(Words words, int from, int to) {
        boolean line = true;
        for (int k = from; k <= to && to - from < SPOKEN_OF; k++) {
            if (words.startsParagraph(k)) {
                return "-far";
            }
            line &= !words.startsLine(k);
        }
        return line && to - from < 2 * NEAR ? "-near" : "-para";
    }

    private @Nullable LocalDate day(@Nullable Found found) {
        if (found == null || !found.taken(policy) || found.sighting.recurring()) {
            return null;
        }
        Reading best = ReadingPolicy.byDay(found.ranking).getFirst().best().value();
        boolean day = best.grain() == Grain.DAY || best.grain() == Grain.MINUTE || best.grain() == Grain.PART;
        return day ? best.day() : null;
    }

    private @Nullable Found sight(Words words, Draft draft, Day day, Scene scene, Language language) {
        draft.hours = inSendersZone(words, draft, scene, language);
        CalendarClue calendar = CalendarClue.of(words, draft, scene, language, Resolver.readings(draft, day, scene));
        List<Resolver.Candidate> candidates = calendar.candidates();
        if (candidates.isEmpty()) {
            return null;
        }
        Features around = Clues.around(words, draft);
        int begin = words.begin(draft.begin);
        int end = words.end(draft.end - 1);
        String context = Wording.context(words.text(), begin, end, scene.now());
        Question<Boolean> time = new Question<>(
                Sighting.IS_TIME,
                context,
                List.of(
                        new Option<>(true, "a time", Clues.doubt(words, draft, day, around, draft.column)),
                        new Option<>(false, "no time", Features.none())));
        long least = Long.MAX_VALUE;
        for (Resolver.Candidate candidate : candidates) {
            least = Math.min(least, days(candidate, scene));
        }
        List<Option<Reading>> options = new ArrayList<>(candidates.size());
        int order = -1;
        for (Resolver.Candidate candidate : candidates) {
            order += candidate.known() == null ? 1 : 0;
            Clues.Place place = new Clues.Place(order, days(candidate, scene) == least);
            Features features = candidates.size() == 1
                    ? Features.none()
                    : Clues.describe(candidate, draft, day, scene, around, calendar, place);
            options.add(new Option<>(candidate.reading(), Wording.option(candidate.reading()), features));
        }
        String text = words.text().subSequence(begin, end).toString();
        boolean conflict = Resolver.conflicts(draft.day, scene);
        Sighting sighting = new Sighting(
                new Span(begin, end),
                text,
                time,
                new Question<>(Sighting.READING, context, options),
                draft.recurring,
                conflict);
        return new Found(
                sighting,
                which.rank(sighting.which()),
                whole(words, draft) || language != english && !draft.weak ? 1 : probability(time),
                !draft.weak && draft.end - draft.begin > 1);
    }

    /** "3 pm CST" from Shanghai is China's, from anywhere else it is Chicago's. */
    private static @Nullable Hours inSendersZone(Words words, Draft draft, Scene scene, Language language) {
        Hours hours = draft.hours;
        if (hours == null || hours.zone() == null) {
            return hours;
        }
        ZoneId meant = language.zones().meant(words, draft.begin, draft.end, scene);
        return meant == null ? hours : hours.with(meant);
    }

    private static long days(Resolver.Candidate candidate, Scene scene) {
        return Math.abs(candidate.reading().day().toEpochDay() - scene.today().toEpochDay());
    }

    /** Who asks about nothing but these words means a time. */
    private static boolean whole(Words words, Draft draft) {
        boolean led = draft.begin == 1 && words.any(0, LEADING);
        boolean closed = draft.end == words.size() || draft.end == words.size() - 1 && words.isMark(draft.end);
        return (draft.begin == 0 || led) && closed && words.size() > 0;
    }

    private double probability(Question<Boolean> time) {
        for (Ranked<Boolean> ranked : isTime.rank(time).ranked()) {
            if (ranked.value()) {
                return ranked.probability();
            }
        }
        return 0;
    }

    /** The day right after, the day spoken of before, today, tomorrow. */
    private record ContextDay(
            @Nullable LocalDate before,
            String near,
            @Nullable LocalDate after) implements Day {
        @Override
        public List<DayReading> readings(Scene scene) {
            List<DayReading> out = new ArrayList<>(4);
            if (after != null) {
                out.add(DayReading.day(after, "context-after", "the day named after it"));
            }
            if (before != null) {
                out.add(DayReading.day(before, "context-before" + near, "the day named before it"));
            }
            out.add(DayReading.day(scene.today(), "context-today", "the sent day"));
            out.add(DayReading.day(scene.today().plusDays(1), "context-tomorrow", "the day after it was sent"));
            return out;
        }

        @Override
        public String shape() {
            return after != null ? "clock-after" : before != null ? "clock-before" : "clock-alone";
        }
    }
}
