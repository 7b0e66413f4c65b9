package app.whichday.when;

import app.whichday.when.meaning.Scene;
import app.whichday.when.meaning.Talk;
import app.whichday.when.meaning.Talk.Use;
import app.whichday.when.words.Role;
import app.whichday.when.words.Words;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The sentence around an expression: which appointments it may speak of, and whether it speaks of something that stands already
 * ("cancel", "our call", "see you") or of something new ("another call", "are you free", "by Friday").
 */
record Speech(Words words, Draft draft, int first, int last, Talk talk, Set<String> said) {
    /** Tokens between "our" and its noun, and between the noun and its day. */
    private static final int NEAR = 3;

    private static final int BESIDE = 6;

    /** How the words speak of what may stand in a calendar. */
    enum Way {
        /** "Our call", "the review"; also what is cancelled or moved. */
        OURS,
        /** "See you", "looking forward". */
        SEE,
        /** Of something new, of what is due, or of something else. */
        NEITHER
    }

    /** Why an appointment may be the one spoken of. */
    enum Tie {
        PERSON,
        WORD,
        BOTH
    }

    /**
     * An appointment that may be spoken of.
     *
     * @param start on the clocks of the text
     */
    record Tied(Appointment appointment, LocalDateTime start, Tie tie) {
        boolean startsAt(LocalDateTime moment) {
            return appointment.timed() && start.equals(moment);
        }
    }

    static Speech around(Words words, Draft draft, Talk talk) {
        int first = Clues.sentenceStart(words, draft.begin);
        int last = Clues.sentenceEnd(words, draft.end);
        Set<String> said = new HashSet<>();
        for (int i = first; i < last; i++) {
            if (words.isWord(i)) {
                said.add(words.lower(i));
            }
        }
        return new Speech(words, draft, first, last, talk, said);
    }

    List<Tied> tied(Scene scene) {
        List<Tied> tied = new ArrayList<>();
        Diary diary = scene.diary();
        for (Appointment appointment : diary.shared()) {
            if (!otherSort(appointment)) {
                Tie tie = names(appointment, diary) ? Tie.BOTH : Tie.PERSON;
                tied.add(new Tied(appointment, appointment.startIn(scene.zone()), tie));
            }
        }
        for (Appointment appointment : diary.others()) {
            if (names(appointment, diary) && !otherSort(appointment)) {
                tied.add(new Tied(appointment, appointment.startIn(scene.zone()), Tie.WORD));
            }
        }
        return tied;
    }

    private boolean names(Appointment appointment, Diary diary) {
        return appointment.words().stream()
                .filter(word -> said.contains(word) || diary.subject().contains(word))
                .anyMatch(talk::tells);
    }

    /** Who speaks of a lunch means no call. */
    private boolean otherSort(Appointment appointment) {
        boolean other = false;
        for (String word : said) {
            if (talk.is(word, Use.GATHERING)) {
                if (appointment.words().contains(word)) {
                    return false;
                }
                other = true;
            }
        }
        return other && appointment.words().stream().anyMatch(word -> talk.is(word, Use.GATHERING));
    }

    Way way(List<Tied> tied) {
        Set<String> titles = new HashSet<>();
        tied.forEach(each -> titles.addAll(each.appointment.words()));
        if (any(Use.CHANGE) && words.is(draft.begin - 1, Role.TO)) {
            return Way.NEITHER;
        }
        // "Our Friday call", "Friday's call".
        int beside = words.is(draft.end, Role.POSSESSIVE) ? draft.end + 1 : draft.end;
        if (beside < last && gathering(beside, titles)) {
            return Way.OURS;
        }
        if (use(draft.begin - 1, Use.DUE)) {
            return Way.NEITHER;
        }
        int noun = noun(titles);
        if (noun >= 0) {
            return known(noun, titles) ? Way.OURS : Way.NEITHER;
        }
        if (any(Use.CHANGE)) {
            return Way.OURS;
        }
        return !any(Use.FRESH) && (any(Use.AWAITS) || sees(first, last)) ? Way.SEE : Way.NEITHER;
    }

    /** What is changed or awaited lies ahead, and so does who is told "see you"; what one is thanked for is over. */
    String tense() {
        String tense = Clues.tense(words, draft);
        if (tense.equals("then") || recalls()) {
            return "then";
        }
        boolean ahead = any(Use.CHANGE) || any(Use.AWAITS) || sees(first, first + 1);
        return ahead ? "ahead" : tense;
    }

    /** "Thanks for our call", "the minutes of the meeting". */
    private boolean recalls() {
        for (int i = first; i < draft.begin; i++) {
            int of = use(i + 1, Use.OF) ? i + 1 : i + 2;
            if (use(i, Use.RECALLS) && use(of, Use.OF)) {
                int what = of + 1;
                return use(what, Use.KNOWN) || words.isWord(what) && talk.gathering(words.lower(what));
            }
        }
        return false;
    }

    private boolean sees(int from, int to) {
        for (int i = from; i < to; i++) {
            if (use(i, Use.SEE) && (use(i + 1, Use.YOU) || use(i + 2, Use.YOU))) {
                return true;
            }
        }
        return false;
    }

    private boolean gathering(int i, Set<String> titles) {
        String word = words.isWord(i) ? words.lower(i) : "";
        return talk.gathering(word) || talk.tells(word) && titles.contains(word);
    }

    /** Of the gathering named before the expression, or -1. */
    private int noun(Set<String> titles) {
        for (int i = draft.begin - 1; i >= Math.max(first, draft.begin - BESIDE); i--) {
            if (gathering(i, titles)) {
                return i;
            }
        }
        return -1;
    }

    /** "Our call", "the review", "ballast review" by its name; "a call" and "another call" are new. */
    private boolean known(int noun, Set<String> titles) {
        boolean named = false;
        for (int i = noun; i >= Math.max(first, noun - NEAR); i--) {
            if (use(i, Use.NEW) || use(i, Use.KNOWN)) {
                return use(i, Use.KNOWN);
            }
            named |= words.isWord(i) && talk.tells(words.lower(i)) && titles.contains(words.lower(i));
        }
        return named && !any(Use.FRESH);
    }

    private boolean use(int i, Use use) {
        return i >= 0 && talk.is(words, i, use);
    }

    private boolean any(Use use) {
        for (int i = first; i < last; i++) {
            if ((i < draft.begin || i >= draft.end) && use(i, use)) {
                return true;
            }
        }
        return false;
    }
}
