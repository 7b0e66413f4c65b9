package app.whichday.triage;

import app.whichday.choice.Features;

/**
 * How sentences begin ("could you", "we have"), and in full what a reader in a hurry reads: the first sentence, the last, and
 * the one that asks most.
 */
final class AskingTraits {
    private static final int MOST_BEGINNINGS = 120;
    private static final int MOST_WORDS = 80;
    private static final double BEGINNINGS_LENGTH = 2.5;
    private static final double ENDS_LENGTH = 2;
    private static final double ASKING_LENGTH = 3;

    private final Bag beginnings = new Bag(MOST_BEGINNINGS);
    private String first = "";
    private String last = "";
    private String asking = "";
    private double most = -1;

    /** @param request the probability that the sentence asks for something */
    void add(String words, double request) {
        int end = words.indexOf(' ', 1);
        if (end < 0) {
            return;
        }
        beginnings.add("begins=" + words.substring(1, end));
        int second = words.indexOf(' ', end + 1);
        if (second > 0) {
            beginnings.add("begins=" + words.substring(1, end) + "_" + words.substring(end + 1, second));
            first = first.isEmpty() ? words : first;
            last = words;
        }
        if (request > most) {
            most = request;
            asking = words;
        }
    }

    void describe(Features.Builder features) {
        beginnings.describe(features, BEGINNINGS_LENGTH);
        Bag ends = new Bag(MOST_WORDS);
        ends.words(first, "first=");
        ends.words(last, "last=");
        ends.describe(features, ENDS_LENGTH);
        Bag asked = new Bag(MOST_WORDS);
        asked.words(asking, "asking=");
        asked.pairs(asking, "asking=");
        asked.describe(features, ASKING_LENGTH);
    }
}
