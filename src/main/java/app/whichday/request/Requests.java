package app.whichday.request;

import app.whichday.choice.Chooser;
import app.whichday.choice.Features;
import app.whichday.choice.LogLinearChooser;
import app.whichday.choice.LogLinearModelFile;
import app.whichday.choice.Option;
import app.whichday.choice.Question;
import app.whichday.choice.Ranked;
import app.whichday.choice.Subtask;
import java.util.List;
import java.util.Set;

/**
 * Whether a sentence asks something of its reader or proposes something: a yes/no choice, for the subtasks that weigh a whole mail.
 * Thread-safe.
 */
public final class Requests {
    public static final Subtask SUBTASK = new Subtask("request");

    private static final int MOST_WORDS = 40;
    private static final Set<String> YOU = Set.of("you", "your", "you're", "you'd", "ya", "u");

    private final Chooser chooser;

    private Requests(Chooser chooser) {
        this.chooser = chooser;
    }

    /** With the model that ships with Whichday. */
    public static Requests base() {
        return with(new LogLinearChooser(LogLinearModelFile.resource("/request/request.model")));
    }

    public static Requests with(Chooser chooser) {
        return new Requests(chooser);
    }

    /** @param words a sentence as {@link app.whichday.mail.Sentence#words} has it */
    public double probability(String words) {
        for (Ranked<Boolean> ranked : chooser.rank(question(words)).ranked()) {
            if (ranked.value()) {
                return ranked.probability();
            }
        }
        return 0;
    }

    /** True and false, in that order. */
    public static Question<Boolean> question(String words) {
        return new Question<>(
                SUBTASK,
                words.strip(),
                List.of(
                        new Option<>(true, "asks or proposes something", features(words)),
                        new Option<>(false, "asks nothing", Features.none())));
    }

    private static Features features(String words) {
        Features.Builder features = Features.builder().is("always");
        String[] each = words.strip().split(" ");
        String before = "|";
        boolean you = false;
        int last = Math.min(each.length, MOST_WORDS);
        for (int i = 0; i < last; i++) {
            String word = !each[i].isEmpty() && Character.isDigit(each[i].charAt(0)) ? "#" : each[i];
            features.is("word=", word);
            features.is(before + "_", word);
            you |= YOU.contains(word);
            before = word;
        }
        features.is("first=", each[0]);
        if (words.indexOf('?') >= 0) {
            features.is("question");
            features.is(you ? "question-you" : "question-other");
            features.is("question-first=", each[0]);
        }
        if (you) {
            features.is("you");
        }
        features.is(each.length < 4 ? "length-few" : each.length < 12 ? "length-short" : "length-long");
        return features.build();
    }
}
