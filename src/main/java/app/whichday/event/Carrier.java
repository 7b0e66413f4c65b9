package app.whichday.event;

import app.whichday.mail.Block;
import app.whichday.mail.Mail;
import app.whichday.mail.Sentence;
import app.whichday.when.DatedExpression;
import app.whichday.when.Expression;
import app.whichday.when.Grain;
import app.whichday.when.Reading;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An expression of time to come that may carry the event, with the sentence it stands in.
 *
 * @param order its place among the mail's carriers, from 0
 */
record Carrier(DatedExpression dated, Sentence sentence, int order) {
    /** No mail's event needs a date beyond these; a table of dates has more. */
    private static final int MOST = 12;

    private static final Set<String> LIMITS = Set.of("by", "before", "until", "bis", "till", "than", "due", "vor");

    /** Those of a mail's own text and of what it quotes or forwards directly ("Works for me!" below "tomorrow at 10?"), in its order. */
    static List<Carrier> in(Mail mail, List<Sentence> sentences, List<DatedExpression> dates) {
        List<Carrier> carriers = new ArrayList<>();
        for (DatedExpression date : dates) {
            if (carriers.size() < MOST && date.block().level() <= 1 && toCome(mail, date.expression())) {
                for (Sentence sentence : sentences) {
                    if (sentence.holds(date.expression().span().begin())) {
                        carriers.add(new Carrier(date, sentence, carriers.size()));
                        break;
                    }
                }
            }
        }
        return carriers;
    }

    Expression expression() {
        return dated.expression();
    }

    Reading best() {
        return dated.expression().best();
    }

    /** What speaks for and against it. */
    List<String> traits(Mail mail, int carriers) {
        Reading best = best();
        List<String> traits = new ArrayList<>();
        traits.add("always");
        if (dated.block().kind() != Block.Kind.NEW) {
            traits.add(dated.block().kind() == Block.Kind.QUOTED ? "quoted" : "forwarded");
        }
        traits.add("grain-" + best.grain().name().toLowerCase(Locale.ROOT));
        traits.add(order == 0 ? "first" : order == 1 ? "second" : "later");
        traits.add(carriers == 1 ? "alone" : carriers < 5 ? "of-few" : "of-many");
        long days = ChronoUnit.DAYS.between(mail.sent().local().toLocalDate(), best.day());
        traits.add(
                days == 0
                        ? "same-day"
                        : days < 8
                                ? "within-a-week"
                                : days < 40 ? "within-weeks" : days < 370 ? "within-a-year" : "far");
        String before = wordBefore(mail.body(), expression().span().begin());
        boolean limit = LIMITS.contains(before);
        if (limit) {
            traits.add("limit");
        }
        if (before.equals("to") || before.equals("auf")) {
            traits.add("behind-to");
        }
        if (before.equals("from") || before.equals("von")) {
            traits.add("behind-from");
        }
        if (expression().recurring()) {
            traits.add("recurring");
        }
        String words = sentence.words();
        boolean question = words.indexOf('?') >= 0;
        if (question) {
            traits.add("question");
        }
        for (Cue cue : Cue.in(words)) {
            traits.add(cue.name());
            if (best.timed()) {
                traits.add(cue + "+clock");
            }
            if (question) {
                traits.add(cue + "+question");
            }
            if (limit) {
                traits.add(cue + "+limit");
            }
            if (mail.bulk().list()) {
                traits.add(cue + "+list");
            }
        }
        return traits;
    }

    /** After the mail was sent, as far as the words tell; whole weeks and months only when they have yet to begin. */
    private static boolean toCome(Mail mail, Expression expression) {
        Reading best = expression.best();
        LocalDateTime sent = mail.sent().local();
        LocalDate today = sent.toLocalDate();
        if (best.start() == null) {
            return best.end() != null && best.end().isAfter(sent);
        }
        if (best.timed()) {
            return !best.start().isBefore(sent);
        }
        boolean wide = best.grain().compareTo(Grain.WEEK) >= 0;
        return wide
                ? best.start().toLocalDate().isAfter(today)
                : !best.start().toLocalDate().isBefore(today);
    }

    private static String wordBefore(String body, int at) {
        int end = at;
        while (end > 0 && at - end < 3 && !Character.isLetter(body.charAt(end - 1))) {
            end--;
        }
        int begin = end;
        while (begin > 0 && end - begin < 12 && Character.isLetter(body.charAt(begin - 1))) {
            begin--;
        }
        return body.substring(begin, end).toLowerCase(Locale.ROOT);
    }
}
