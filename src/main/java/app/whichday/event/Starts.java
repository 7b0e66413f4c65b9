package app.whichday.event;

import app.whichday.account.Owner;
import app.whichday.mail.Mail;
import app.whichday.mail.Sentence;
import app.whichday.when.DatedExpression;
import app.whichday.when.Expression;
import app.whichday.when.Grain;
import app.whichday.when.Reading;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The times to come of a mail that may be the start of what it is about. */
final class Starts {
    /** No mail's event needs a date beyond these; a table of dates has more. */
    private static final int MOST_TIMES = 24;
    /** A clock time that many characters from a day may be that day's. */
    private static final int NEAR = 260;

    private static final Set<String> DAYS = Set.of(
            "<weekday>", "<month>", "today", "tomorrow", "tonight", "morning", "next", "this", "heute", "morgen");

    private Starts() {}

    /** Those of a mail's own text and of what it quotes or forwards directly ("Works for me!" below "tomorrow at 10?"), in its order. */
    static List<Start> in(Mail mail, List<Sentence> sentences, List<DatedExpression> dates) {
        List<Start> starts = new ArrayList<>();
        for (DatedExpression date : dates) {
            if (starts.size() < MOST_TIMES && date.block().level() <= 1 && toCome(mail, date.expression())) {
                int sentence = holding(sentences, date.expression().span().begin());
                if (sentence >= 0) {
                    starts.add(new Start(date, Optional.empty(), sentence, starts.size()));
                }
            }
        }
        List<Start> joined = new ArrayList<>();
        for (Start day : starts) {
            for (Start clock : starts) {
                if (joins(day, clock)) {
                    joined.add(new Start(day.dated(), Optional.of(clock.day()), day.sentence(), day.order()));
                }
            }
        }
        starts.addAll(joined);
        return starts;
    }

    private static int holding(List<Sentence> sentences, int position) {
        for (int i = 0; i < sentences.size(); i++) {
            if (sentences.get(i).holds(position)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a bare clock time that was taken for another day's may be this one's. */
    private static boolean joins(Start day, Start clock) {
        Reading date = day.reading();
        Reading time = clock.reading();
        return !date.timed()
                && date.start() != null
                && date.grain().compareTo(Grain.DAY) <= 0
                && time.timed()
                && time.start() != null
                && !time.day().equals(date.day())
                && Math.abs(clock.day().span().begin() - day.day().span().begin()) < NEAR
                && clock.dated().block().equals(day.dated().block())
                && !namesDay(clock.day().text());
    }

    private static boolean namesDay(String text) {
        for (String term : Terms.in(text)) {
            if (DAYS.contains(term)) {
                return true;
            }
        }
        return false;
    }

    /** Not over when the mail was sent, or earlier that day; weeks and months only when they have yet to begin. */
    private static boolean toCome(Mail mail, Expression expression) {
        Reading best = expression.best();
        LocalDateTime sent = mail.sent().local();
        if (best.start() == null) {
            return best.end() != null && best.end().isAfter(sent);
        }
        boolean wide = best.grain().compareTo(Grain.WEEK) >= 0;
        return wide ? best.start().isAfter(sent) : !best.day().isBefore(sent.toLocalDate());
    }

    /**
     * The same moment may be told several times, and in several zones ("7:30 Pacific, 9:30 Central"): each moment once, with all
     * that tells it, what the owner's own clock shows first.
     */
    static List<List<Start>> byMoment(List<Start> starts, Owner owner) {
        Map<Object, List<Start>> moments = new LinkedHashMap<>();
        for (Start start : starts) {
            moments.computeIfAbsent(moment(start, owner.zone()), moment -> new ArrayList<>())
                    .add(start);
        }
        moments.values().forEach(same -> same.sort(Comparator.comparing(start -> !start.onClockOf(owner.zone()))));
        return List.copyOf(moments.values());
    }

    private static Object moment(Start start, ZoneId owners) {
        ZoneId told = start.zone();
        return start.time()
                .<Object>map(time -> start.date()
                        .atTime(time)
                        .atZone(told == null ? owners : told)
                        .toInstant())
                .orElse(start.date());
    }
}
