package app.whichday.when;

import app.whichday.choice.Features;
import app.whichday.when.meaning.Day;
import app.whichday.when.meaning.Hours;
import app.whichday.when.meaning.Part;
import app.whichday.when.meaning.Scene;
import app.whichday.when.words.Lexeme;
import app.whichday.when.words.Role;
import app.whichday.when.words.Words;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the words around an expression tell: tense, prepositions, the kind of sentence, where in the line it stands. Computed once
 * per expression; options are described by crossing these with what sets the option apart.
 */
final class Clues {
    private static final int REACH = 12;
    private static final int NEIGHBOURHOOD = 60;
    /** Single words count for less than tense and place: many of them stand there by chance. */
    private static final double WORD = 0.5;

    /** A larger value makes a feature cheaper to learn: for what is known to matter. */
    private static final double STRONG = 2;

    private static final String[] HOURS = {
        "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19",
        "20", "21", "22", "23", "24"
    };
    private static final long TENSE = Role.set(Role.THEN, Role.AHEAD, Role.PRESENT);

    private final Words words;
    private final Draft draft;
    private final Features.Builder out = Features.builder();
    private final int first;
    private final int last;

    private Clues(Words words, Draft draft) {
        this.words = words;
        this.draft = draft;
        this.first = sentenceStart(words, draft.begin);
        this.last = sentenceEnd(words, draft.end);
    }

    /** Clues of the words alone, for which reading is meant. */
    static Features around(Words words, Draft draft) {
        Clues clues = new Clues(words, draft);
        clues.neighbours();
        clues.tense();
        clues.drift();
        clues.sentence();
        return clues.out.build();
    }

    /** What the verbs before the expression say, else those after it: then, ahead, present, ed or none. */
    static String tense(Words words, Draft draft) {
        Clues clues = new Clues(words, draft);
        String before = clues.tenseBefore();
        return before.equals("none") ? clues.tenseAfter() : before;
    }

    static int sentenceStart(Words words, int from) {
        int i = from;
        while (i > 0 && from - i < REACH && !words.startsSentence(i)) {
            i--;
        }
        return i;
    }

    static int sentenceEnd(Words words, int from) {
        int i = from;
        while (i < words.size() && i - from < REACH && !words.startsSentence(i)) {
            i++;
        }
        return i;
    }

    private void neighbours() {
        word("w-1=", draft.begin - 1);
        word("w-2=", draft.begin - 2);
        word("w+1=", draft.end);
        word("w+2=", draft.end + 1);
    }

    private void word(String place, int i) {
        if (i < first && i < draft.begin || i >= last && i >= draft.end) {
            out.is(place, "|");
            return;
        }
        out.is(place, name(i));
    }

    private String name(int i) {
        return name(words, i);
    }

    private static String name(Words words, int i) {
        Lexeme lexeme = words.lexeme(i);
        if (lexeme != null) {
            return lexeme.word();
        }
        return words.isNumber(i) ? "#" : words.lower(i);
    }

    private void tense() {
        String before = tenseBefore();
        String after = tenseAfter();
        out.is("tense<", before);
        out.is("tense>", after);
        if (!before.equals("none") || !after.equals("none")) {
            out.is("tense=", before.equals("none") ? after : before);
        } else {
            out.is("no-verb");
        }
    }

    private String tenseBefore() {
        String tense = "none";
        for (int i = draft.begin - 1; i >= first && tense.equals("none"); i--) {
            tense = tense(i);
        }
        return tense;
    }

    private String tenseAfter() {
        String tense = "none";
        for (int i = draft.end; i < last && tense.equals("none"); i++) {
            tense = tense(i);
        }
        return tense;
    }

    private String tense(int i) {
        if (words.any(i, TENSE)) {
            return words.is(i, Role.THEN) ? "then" : words.is(i, Role.AHEAD) ? "ahead" : "present";
        }
        if (!words.isWord(i) || words.lexeme(i) != null || !endsWith(i, 'e', 'd')) {
            return "none";
        }
        return pronoun(i - 1) ? "then" : "ed";
    }

    /** "I mailed" is past; "the mailed form" need not be. */
    private boolean pronoun(int i) {
        return words.is(i, "i")
                || words.is(i, "we")
                || words.is(i, "you")
                || words.is(i, "he")
                || words.is(i, "she")
                || words.is(i, "they");
    }

    /** Minutes and logs look back, plans look ahead: what the verbs of the neighbouring sentences do, from -1 to 1. */
    private void drift() {
        int then = 0;
        int ahead = 0;
        int end = Math.min(words.size(), draft.end + NEIGHBOURHOOD);
        for (int i = Math.max(0, draft.begin - NEIGHBOURHOOD); i < end; i++) {
            then += words.is(i, Role.THEN) ? 1 : 0;
            ahead += words.is(i, Role.AHEAD) ? 1 : 0;
        }
        out.is("drift", (double) (ahead - then) / (ahead + then + 1));
    }

    private boolean endsWith(int i, char a, char b) {
        int end = words.end(i);
        return end - words.begin(i) > 3
                && words.text().charAt(end - 1) == b
                && words.text().charAt(end - 2) == a;
    }

    private void sentence() {
        for (int i = first; i < last; i++) {
            if (i >= draft.begin && i < draft.end) {
                continue;
            }
            if (words.isWord(i)) {
                out.is("s=", name(i), WORD);
            }
        }
        if (words.isMark(last - 1, '?')) {
            out.is("question");
        }
        if (words.startsLine(draft.begin) || draft.begin == 0) {
            out.is("line-start");
        }
        if (draft.end >= words.size() || words.startsLine(draft.end)) {
            out.is("line-end");
        }
    }

    /**
     * A candidate among the others.
     *
     * @param order how many come before it by the usual order
     */
    record Place(int order, boolean nearest) {}

    /** What sets one reading apart. */
    static Features describe(
            Resolver.Candidate candidate,
            Draft draft,
            @Nullable Day day,
            Scene scene,
            Features around,
            CalendarClue calendar,
            Place place) {
        Features.Builder out = Features.builder();
        Reading reading = candidate.reading();
        long days = ChronoUnit.DAYS.between(scene.today(), reading.day());
        boolean covers =
                reading.end() != null && days < 0 && reading.end().toLocalDate().isAfter(scene.today());
        String side = covers || days == 0 ? "now" : days < 0 ? "back" : "ahead";
        String shape = day == null ? "clock" : day.shape();
        String rule = candidate.rule();
        if (shape.equals("weekday") && Math.abs(days) == 7) {
            // "Friday" said on a Friday: a week off is another thing than the last or the coming one.
            side = days < 0 ? "week-back" : "week-ahead";
            rule = side;
        }
        out.is("rule=", rule);
        out.is(shape, rule, STRONG);
        out.is("side=", side);
        out.is(shape, side);
        out.is("order", place.order == 0 ? "first" : "later");
        out.is(shape, place.order == 0 ? "first" : "later");
        out.is("days=", bucket(days));
        out.is(shape, bucket(days));
        out.is(place.nearest ? "nearest" : "not-nearest", shape);
        out.is("far", Math.min(3, Math.log1p(Math.abs(days)) / 3));
        out.is(side, "far", Math.min(3, Math.log1p(Math.abs(days)) / 3));
        out.is(weekdayWord(scene), rule);
        if (draft.hours != null) {
            out.is("timed", side);
            out.is("timed", rule);
            if (days == 0) {
                out.is(sameDay(reading, draft.hours, scene), rule, STRONG);
            }
            if (!candidate.half().isEmpty() && draft.hours.from() != null) {
                out.is(candidate.half(), HOURS[draft.hours.from().hour()], STRONG);
                boolean usual = draft.hours.from().usuallyAfternoon()
                        == candidate.half().equals("pm");
                out.is(usual ? "half-usual" : "half-other", draft.hours.to() == null ? "" : "-range", STRONG);
                out.cross(candidate.half(), around);
            }
        }
        if (scene.topic() != null) {
            boolean later = scene.topic().isAfter(scene.today());
            out.is(scene.topic().equals(scene.today()) ? "topic-today&" : later ? "topic-ahead&" : "topic-back&", side);
            long off = ChronoUnit.DAYS.between(scene.topic(), reading.day());
            out.is(off == 0 ? "topic-same&" : off > 0 ? "topic-before&" : "topic-after&", shape);
            out.is(
                    "topic-" + shape + "=",
                    off == 0 ? "same" : Math.abs(off) <= 7 ? off > 0 ? "week-after" : "week-before" : "far");
            out.is(
                    "topic",
                    off == 0
                            ? "same"
                            : Math.abs(off) <= 7
                                    ? off > 0 ? "week-after" : "week-before"
                                    : Math.abs(off) <= 31 ? "month" : "far");
            if (scene.topic().getMonthValue() == reading.day().getMonthValue()
                    && scene.topic().getYear() == reading.day().getYear()) {
                out.is("topic-month", shape);
            }
            if (scene.topic().getYear() == reading.day().getYear()) {
                out.is("topic-year", shape);
            }
        }
        named(reading, shape, scene, out);
        if (scene.proven() && rule.contains("order-")) {
            out.is(rule.contains("other-order-") ? "against-order" : "with-order", STRONG);
        }
        if (scene.now().getHour() >= 17) {
            out.is("evening", rule);
        }
        out.cross(side, around);
        if (day != null && day.shape().endsWith("weekday")) {
            out.cross(rule, around);
        }
        Habits.describe(candidate, shape, rule, draft.hours, scene, out);
        calendar.describe(candidate, out);
        return out.build();
    }

    /** Said at nine, "at three" is today; said at four, it hardly is. */
    private static String sameDay(Reading reading, Hours hours, Scene scene) {
        if (reading.timed() && reading.start() != null) {
            return reading.start().isBefore(scene.now()) ? "hour-over" : "hour-ahead";
        }
        Part part = hours.part();
        if (part == null) {
            return "hour-unknown";
        }
        int now = scene.now().getHour();
        return now >= part.toHour() ? "part-over" : now < part.from().getHour() ? "part-ahead" : "part-now";
    }

    /** Whether other words name this very day in full, or one near it. */
    private static void named(Reading reading, String shape, Scene scene, Features.Builder out) {
        if (scene.named().isEmpty()) {
            return;
        }
        long nearest = Long.MAX_VALUE;
        boolean month = false;
        for (LocalDate day : scene.named()) {
            nearest =
                    Math.min(nearest, Math.abs(day.toEpochDay() - reading.day().toEpochDay()));
            month |= day.getMonthValue() == reading.day().getMonthValue()
                    && day.getYear() == reading.day().getYear();
        }
        String how = nearest == 0 ? "same" : nearest < 4 ? "near" : month ? "month" : "none";
        out.is("named-", how, STRONG);
        out.is("named-" + how, shape, STRONG);
    }

    private static final String[] WEEKDAYS = {"", "sent1", "sent2", "sent3", "sent4", "sent5", "sent6", "sent7"};

    private static String weekdayWord(Scene scene) {
        return WEEKDAYS[scene.today().getDayOfWeek().getValue()];
    }

    private static String bucket(long days) {
        long size = Math.abs(days);
        String magnitude = size <= 14
                ? String.valueOf(size)
                : size <= 31 ? "month" : size <= 92 ? "quarter" : size <= 183 ? "half" : size <= 366 ? "year" : "years";
        return days < 0 ? "-" + magnitude : magnitude;
    }

    /** Header lines give themselves away: "Sent: ...", a stamp alone on its line before "To:". */
    private static void line(Words words, Draft draft, Features.Builder out) {
        int start = draft.begin;
        while (start > 0 && !words.startsLine(start) && draft.begin - start < REACH) {
            start--;
        }
        if (words.isWord(start) && words.isMark(start + 1, ':') && start + 1 < draft.begin) {
            out.is("label=", name(words, start));
        }
        int end = draft.end;
        while (end < words.size() && !words.startsLine(end) && end - draft.end < 3) {
            end++;
        }
        if (start == draft.begin && (end >= words.size() || words.startsLine(end))) {
            out.is("alone");
            out.is("alone-parts=", String.valueOf(draft.parts));
        }
        if (end < words.size() && words.startsLine(end)) {
            out.is("next-line=", name(words, end));
        }
    }

    /** Whether it is a time at all. */
    static Features doubt(Words words, Draft draft, Day day, Features around, int column) {
        Features.Builder out = Features.builder();
        String shape = day.shape()
                + (draft.hours == null ? "" : draft.hours.from() != null ? "+h" : "+p")
                + (draft.weak ? "~" : "");
        out.is("shape=", shape);
        out.is("tokens=", String.valueOf(Math.min(5, draft.end - draft.begin)));
        out.is("parts=", String.valueOf(Math.min(3, draft.parts)));
        boolean capital = words.capital(draft.begin);
        out.is(shape, capital ? "Capital" : "small");
        if (words.isWord(draft.begin)) {
            out.is("head=", words.lower(draft.begin));
            out.is(capital ? "Head=" : "hEad=", words.lower(draft.begin));
        }
        if (words.capital(draft.end) && !words.startsSentence(draft.end) && !words.startsLine(draft.end)) {
            out.is("capital-after");
            out.is("capital-after", shape);
        }
        if (words.capital(draft.begin - 1) && !words.startsSentence(draft.begin) && !words.startsLine(draft.begin)) {
            out.is("capital-before");
            out.is("capital-before", shape);
        }
        line(words, draft, out);
        if (words.isWord(draft.end) && words.lexeme(draft.end) == null && !words.startsLine(draft.end)) {
            out.is("noun-after", shape);
        }
        if (words.glued(draft.begin)) {
            out.is("glued-before=", name(words, draft.begin - 1));
        }
        if (words.glued(draft.end)) {
            out.is("glued-after=", name(words, draft.end));
        }
        if (words.guessed(draft.begin)) {
            out.is("guessed");
        }
        if (column > 1) {
            // Times that begin line after line: a schedule, a table, a log.
            out.is("column=", column < 4 ? "few" : "many");
            out.is(column < 4 ? "column-few" : "column-many", shape);
        }
        out.cross("time", around);
        out.cross(shape, around);
        return out.build();
    }
}
