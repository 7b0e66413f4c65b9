package app.whichday.triage;

import app.whichday.choice.Features;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How much a text asks: its most asking sentence, its most asking one that says "you", its last one; and the same without the
 * courtesies ("call me if you have any questions") that ask for nothing.
 */
final class RequestTraits {
    private static final double STEPS = 5.99;
    private static final double FEW_STEPS = 3.99;
    private static final double SURE = 0.5;
    private static final double DOUBTFUL = 0.4;
    private static final int SHORT = 4;

    private static final Set<String> BEFORE_A_VERB = Set.of("please", "pls", "also", "so", "and", "then", "bitte");
    private static final Set<String> PLEASE = Set.of("please", "pls", "bitte");
    private static final Set<String> VERBS =
            Arrays.stream("""
            send call check make take let see review forward confirm provide advise note ensure sign fill complete contact
            respond reply return remember keep give get put add remove delete update change set find look read print copy
            fax email mail bring come go tell ask use try click follow include attach assign approve verify correct
            schedule book plan do be have help remind handle process submit prepare draft revise run stop start mark
            """.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());

    private double most;
    private double mostOfYou;
    private double last;
    private double sum;
    private int sentences;
    private int requests;
    private int orders;
    private int pleases;
    private int courtesies;
    private boolean earnestSeen;
    private double earnestFirst;
    private double earnestLast;
    private double earnestMost;
    private int earnestQuestions;

    /**
     * @param probability that the sentence asks for something
     * @param you whether it speaks of its reader
     * @param courtesy whether it asks only for politeness' sake
     */
    void add(String words, double probability, boolean you, boolean courtesy) {
        most = Math.max(most, probability);
        mostOfYou = you ? Math.max(mostOfYou, probability) : mostOfYou;
        last = probability;
        sum += probability;
        sentences++;
        requests += probability > SURE ? 1 : 0;
        String[] each = words.strip().split(" ");
        orders += isOrder(each) ? 1 : 0;
        pleases += each.length > 1 && PLEASE.contains(each[0]) ? 1 : 0;
        if (courtesy) {
            courtesies++;
        } else if (each.length > 1) {
            earnest(probability, each);
        }
    }

    private void earnest(double probability, String[] words) {
        earnestFirst = earnestSeen ? earnestFirst : probability;
        earnestSeen = true;
        earnestMost = Math.max(earnestMost, probability);
        earnestLast = words.length >= SHORT ? probability : earnestLast;
        earnestQuestions += Arrays.asList(words).contains("?") ? 1 : 0;
    }

    private static boolean isOrder(String[] words) {
        int verb = words.length > 1 && BEFORE_A_VERB.contains(words[0]) ? 1 : 0;
        return words.length > 2 && VERBS.contains(words[verb]);
    }

    void describe(Features.Builder content, Features.Builder way, String addressed, Outline outline) {
        content.is("request-most", 2 * most);
        content.is("request-you", 2 * mostOfYou);
        content.is("request-" + (int) (most * STEPS));
        content.is("request-you-" + (int) (mostOfYou * STEPS));
        content.is("request-last", last);
        content.is("request-share", sum / Math.max(1, sentences));
        content.is("requests=", requests > 3 ? "many" : String.valueOf(requests));
        content.is("earnest-most", 2 * earnestMost);
        content.is("earnest-" + (int) (earnestMost * STEPS));
        content.is("earnest-first", earnestFirst);
        content.is("earnest-last", 1.5 * earnestLast);
        content.is("earnest-questions=", String.valueOf(Math.min(3, earnestQuestions)));
        content.is("courtesies=", String.valueOf(Math.min(2, courtesies)));
        if (courtesies > 0 && earnestMost < DOUBTFUL) {
            content.is("only-courtesies");
        }
        content.is("orders=", String.valueOf(Math.min(3, orders)));
        content.is("pleases=", String.valueOf(Math.min(2, pleases)));
        way.is(addressed + "-request-" + (int) (most * FEW_STEPS));
        way.is(addressed + "-request", 2 * most);
        way.is(addressed + "-request-you-" + (int) (mostOfYou * FEW_STEPS));
        way.is(addressed + "-request-you", 2 * mostOfYou);
        way.is(addressed + "-earnest-" + (int) (earnestMost * FEW_STEPS));
        if (earnestQuestions > 0) {
            way.is(addressed + "-earnest-question");
        }
        outline.tell("requests", requests, 4);
        outline.tell("request", (int) (most * FEW_STEPS), 3);
        outline.tell("request-you", (int) (mostOfYou * FEW_STEPS), 3);
        outline.tell("earnest", (int) (earnestMost * FEW_STEPS), 3);
        outline.tell("courtesies", courtesies, 2);
        outline.tell("orders", Math.min(3, orders) + "-" + Math.min(2, pleases));
    }
}
