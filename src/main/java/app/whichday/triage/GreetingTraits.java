package app.whichday.triage;

import app.whichday.choice.Features;
import app.whichday.mail.Mail;
import app.whichday.mail.Sentence;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whom the text speaks to: the name that it begins with, and who is named where it asks for something. */
final class GreetingTraits {
    private static final int OPENING = 40;
    private static final int FEW_WORDS = 4;
    private static final Set<String> HELLO = Set.of("hi", "hello", "hey", "dear", "hallo", "liebe", "lieber");

    private final People people;
    private boolean ownerNamed;
    private double ownerAsked;
    private double othersAsked;

    GreetingTraits(People people) {
        this.people = people;
    }

    /** @param request the probability that the sentence asks for something */
    void add(String words, double request) {
        int begin = 1;
        for (int end = words.indexOf(' ', begin); end > 0; end = words.indexOf(' ', begin)) {
            String word = words.substring(begin, end);
            if (people.owner().contains(word)) {
                ownerNamed = true;
                ownerAsked = Math.max(ownerAsked, request);
            } else if (people.others().contains(word)) {
                othersAsked = Math.max(othersAsked, request);
            }
            begin = end + 1;
        }
    }

    void describe(Mail mail, List<Sentence> sentences, Features.Builder features, Outline outline) {
        if (sentences.isEmpty()) {
            outline.tell("greets", "nothing");
            return;
        }
        String greeted = greeted(mail, sentences.getFirst());
        int recipients = Math.min(2, mail.to().size() + (mail.cc().isEmpty() ? 0 : 1));
        features.is("greets=", greeted);
        outline.tell("greets", greeted);
        features.is("greets=" + greeted + "-of-" + recipients);
        features.is("asks-owner-by-name", 2 * ownerAsked);
        features.is("asks-others-by-name", 2 * othersAsked);
        if (ownerNamed) {
            features.is("names-owner");
        }
        if (isSigned(sentences)) {
            features.is("signed-by-sender");
        }
    }

    private String greeted(Mail mail, Sentence first) {
        String text = first.text(mail);
        String opening = text.substring(0, Math.min(OPENING, text.length()));
        Set<String> words = words(Sentence.words(upTo(upTo(opening, '\n'), ',')));
        if (People.meet(words, people.owner())) {
            return "owner";
        }
        if (words.size() <= FEW_WORDS && People.meet(words, people.others())) {
            return "other";
        }
        boolean vocative = ",:-!".indexOf(text.charAt(text.length() - 1)) >= 0;
        if (vocative
                && Character.isUpperCase(text.charAt(0))
                && words(first.words()).size() <= FEW_WORDS) {
            return "somebody";
        }
        return People.meet(words, HELLO) ? "hello" : "nobody";
    }

    private boolean isSigned(List<Sentence> sentences) {
        return sentences.subList(Math.max(0, sentences.size() - 3), sentences.size()).stream()
                .anyMatch(sentence -> People.meet(words(sentence.words()), people.sender()));
    }

    private static String upTo(String text, char end) {
        int at = text.indexOf(end);
        return at < 0 ? text : text.substring(0, at);
    }

    private static Set<String> words(String words) {
        Set<String> all = new HashSet<>(List.of(words.strip().split(" ")));
        all.remove("");
        return all;
    }
}
