package app.whichday.intent;

import app.whichday.choice.Features;
import app.whichday.mail.Block;
import app.whichday.mail.Mail;
import app.whichday.mail.Sentence;
import app.whichday.request.Requests;
import app.whichday.when.DatedExpression;
import app.whichday.when.Reading;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What is to be seen of a mail's new text: which cues, and which of them beside a time to come. */
final class Traits {
    private static final Set<String> SELF = Set.of("i", "i'm", "i'll", "i've", "my", "me", "ich");
    private static final Set<String> US = Set.of("we", "us", "we'll", "our", "let's", "wir");
    private static final Set<String> YOU = Set.of("you", "your", "you're", "du", "sie", "ihr");
    private static final Set<String> LIMITS = Set.of("by", "before", "until", "bis", "till", "than", "due", "vor");

    private static final int MOST_PHRASES = 1_000;
    /** All words and pairs of a text together have this length, as a vector; those beside a time their own. */
    private static final double TEXT_LENGTH = 1;

    private static final double TIMED_LENGTH = 2;

    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> phrases = new LinkedHashSet<>();
    private final Set<String> timedPhrases = new LinkedHashSet<>();
    private final Requests requests;
    private double most;
    private double mostWithTime;

    private Traits(Requests requests) {
        this.requests = requests;
    }

    /** @param requests which sentences ask for something */
    static Features of(Mail mail, List<DatedExpression> dates, Requests requests) {
        Traits traits = new Traits(requests);
        traits.names.add("always");
        int future = 0;
        for (Sentence sentence : Sentence.ofNewText(mail)) {
            boolean toCome = false;
            boolean timed = false;
            boolean limit = false;
            for (DatedExpression date : dates) {
                if (date.block().kind() == Block.Kind.NEW
                        && sentence.holds(date.expression().span().begin())
                        && toCome(mail, date.expression().best())) {
                    toCome = true;
                    timed |= date.expression().best().timed();
                    limit |= LIMITS.contains(
                            wordBefore(mail.body(), date.expression().span().begin()));
                    future++;
                }
            }
            traits.sentence(sentence.words(), toCome, timed, limit);
        }
        traits.names.add(
                future == 0 ? "future-none" : future == 1 ? "future-one" : future < 5 ? "future-few" : "future-many");
        traits.mail(mail);
        return traits.features();
    }

    private Features features() {
        Features.Builder features = Features.builder();
        names.forEach(features::is);
        double each = TEXT_LENGTH / Math.sqrt(Math.max(1, phrases.size()));
        phrases.forEach(phrase -> features.is(phrase, each));
        double beside = TIMED_LENGTH / Math.sqrt(Math.max(1, timedPhrases.size()));
        timedPhrases.forEach(phrase -> features.is("time&", phrase, beside));
        features.is("request", 2 * most);
        features.is("request+time", 2 * mostWithTime);
        return features.build();
    }

    private static void phrases(String words, Set<String> sink) {
        String[] each = words.strip().split(" ");
        for (int i = 0; i < each.length && sink.size() < MOST_PHRASES; i++) {
            sink.add("word=" + each[i]);
            if (i > 0) {
                sink.add("pair=" + each[i - 1] + "_" + each[i]);
            }
        }
    }

    private void sentence(String words, boolean toCome, boolean timed, boolean limit) {
        boolean question = words.indexOf('?') >= 0;
        double request = requests.probability(words);
        most = Math.max(most, request);
        mostWithTime = toCome ? Math.max(mostWithTime, request) : mostWithTime;
        phrases(words, phrases);
        if (toCome) {
            phrases(words, timedPhrases);
        }
        String time = toCome ? "+time" : "";
        Set<Cue> cues = Cue.in(words);
        for (Cue cue : cues) {
            names.add(cue.name());
            if (toCome) {
                names.add(cue + "+time");
            }
            if (question) {
                names.add(cue + "+question");
            }
            if (timed) {
                names.add(cue + "+clock");
            }
        }
        if (toCome) {
            names.add("time");
            add(question, "question+time");
            add(limit, "limit+time");
            add(limit && cues.contains(Cue.ASKS_FOR), "limit+ask");
            add(timed, "clock");
            add(holdsAny(words, SELF), "self+time");
            add(holdsAny(words, US), "us+time");
            add(holdsAny(words, YOU), "you+time");
            add(words.contains(" will ") || words.contains("'ll "), "will+time");
        }
        add(holdsAny(words, SELF) && cues.contains(Cue.AWAY), "self+away" + time);
        add(question && cues.contains(Cue.GATHERING), "question+gathering" + time);
        add(cues.contains(Cue.SUGGESTS) && cues.contains(Cue.GATHERING), "suggests+gathering" + time);
    }

    private void mail(Mail mail) {
        String subject = mail.subject().toLowerCase(Locale.ROOT);
        add(subject.startsWith("re:") || subject.startsWith("aw:"), "reply");
        add(mail.bulk().list(), "list");
        add(!mail.invitations().isEmpty(), "invitation");
        String words = Sentence.words(mail.subject());
        Cue.in(words).forEach(cue -> names.add("subject-" + cue));
        int length = mail.newText().length();
        names.add(length < 200 ? "short" : length < 1500 ? "page" : "long");
    }

    private static boolean holdsAny(String words, Set<String> any) {
        return Arrays.stream(words.strip().split(" ")).anyMatch(any::contains);
    }

    private void add(boolean holds, String name) {
        if (holds) {
            names.add(name);
        }
    }

    /** Whether a reading lies after the mail was sent, or on its day. */
    private static boolean toCome(Mail mail, Reading reading) {
        LocalDate sent = mail.sent().local().toLocalDate();
        return reading.end() != null
                ? reading.end().isAfter(mail.sent().local())
                : reading.start() != null && !reading.start().toLocalDate().isBefore(sent);
    }

    private static String wordBefore(String body, int at) {
        int end = at;
        while (end > 0 && !Character.isLetter(body.charAt(end - 1)) && at - end < 3) {
            end--;
        }
        int begin = end;
        while (begin > 0 && Character.isLetter(body.charAt(begin - 1)) && end - begin < 12) {
            begin--;
        }
        return body.substring(begin, end).toLowerCase(Locale.ROOT);
    }
}
