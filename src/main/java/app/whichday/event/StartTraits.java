package app.whichday.event;

import app.whichday.choice.Features;
import app.whichday.choice.Verdict;
import app.whichday.event.EventDraft.Kind;
import app.whichday.mail.Mail;
import app.whichday.mail.Sentence;
import app.whichday.when.Expression;
import app.whichday.when.Reading;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What speaks for one of a mail's times being the start of what it is about. */
final class StartTraits {
    private static final int WINDOW = 4;

    private final Traits traits = new Traits();
    private final Seen seen;

    private StartTraits(Seen seen) {
        this.seen = seen;
    }

    /** @param same one moment, as often as it is told */
    static Features of(Seen seen, List<Start> same) {
        StartTraits of = new StartTraits(seen);
        of.traits.is("told-" + (same.size() == 1 ? "once" : same.size() == 2 ? "twice" : "often"));
        of.moment(same.getFirst());
        for (Start start : same) {
            of.time(start);
            of.place(start);
            of.words(start);
            of.sentence(start);
            start.clock().ifPresent(clock -> of.clock(start, clock));
        }
        return of.traits.build();
    }

    /** How the moment stands among the mail's others. */
    private void moment(Start start) {
        boolean earliest = true;
        boolean latest = true;
        for (Start other : seen.starts()) {
            earliest &= !other.date().isBefore(start.date());
            latest &= !other.date().isAfter(start.date());
        }
        traits.is(earliest && latest ? "sole-day" : "one-of-days");
        if (!(earliest && latest)) {
            traits.is(earliest ? "earliest" : latest ? "latest" : "between");
        }
        start.time().ifPresent(time -> clocks(start, time));
    }

    private void clocks(Start start, LocalTime time) {
        List<LocalTime> thatDay = seen.starts().stream()
                .filter(other -> other.date().equals(start.date()))
                .flatMap(other -> other.time().stream())
                .distinct()
                .toList();
        boolean first = thatDay.stream().noneMatch(other -> other.isBefore(time));
        String many = thatDay.size() == 1 ? "one" : thatDay.size() < 4 ? "few" : "many";
        traits.is("times-that-day-" + many + (first ? "-earliest" : ""));
        int hour = time.getHour();
        traits.is("hour-" + (hour < 6 ? "night" : hour < 8 ? "early" : hour < 18 ? "day" : "evening"));
    }

    private void time(Start start) {
        Reading reading = start.reading();
        Mail mail = seen.mail();
        traits.is("start");
        traits.is("grain-" + (start.clock().isPresent() ? "joined" : Terms.lower(reading.grain())));
        traits.is("open-" + Terms.lower(reading.open()));
        String ahead = ahead(ChronoUnit.DAYS.between(mail.sent().local().toLocalDate(), reading.day()));
        traits.is("ahead-" + ahead);
        traits.is("ahead-" + ahead + "+" + (start.timed() ? "timed" : "day"));
        traits.when(
                reading.timed()
                        && reading.start() != null
                        && reading.start().isBefore(mail.sent().local()),
                "over");
        traits.when(start.zone() != null, start.onClockOf(seen.owner().zone()) ? "zone-own" : "zone-other");
        traits.when(start.day().recurring(), "recurring");
        traits.when(reading.timed() && reading.end() != null, "has-end");
        traits.when(start.day().verdict() instanceof Verdict.Ask<?>, "asks");
    }

    private static String ahead(long days) {
        return days == 0
                ? "today"
                : days < 2 ? "tomorrow" : days < 8 ? "week" : days < 40 ? "weeks" : days < 370 ? "year" : "far";
    }

    private void place(Start start) {
        traits.is(start.own() ? "own" : Terms.lower(start.dated().block().kind()));
        int order = start.order();
        traits.is("order-" + (order == 0 ? "first" : order == 1 ? "second" : order < 4 ? "early" : "late"));
        int told = 0;
        int sameDay = 0;
        boolean firstOwn = start.own();
        boolean timedThatDay = false;
        boolean timed = false;
        boolean saidBefore = false;
        for (Start other : seen.starts()) {
            boolean day = other.date().equals(start.date());
            told += other.clock().isEmpty() ? 1 : 0;
            sameDay += day && other.clock().isEmpty() ? 1 : 0;
            firstOwn &= !(other.own() && other.order() < order);
            timed |= other.timed();
            timedThatDay |= other.timed() && day;
            saidBefore |= day && other.order() < order && other.timed() == start.timed();
        }
        traits.is("of-" + (told == 1 ? "one" : told < 4 ? "few" : told < 9 ? "some" : "many"));
        traits.is("same-day-" + (sameDay < 2 ? "1" : sameDay < 4 ? "few" : "many"));
        traits.when(firstOwn, "first-own");
        traits.when(!start.timed() && timedThatDay, "timed-elsewhere");
        traits.when(!start.timed() && timed, "timed-other");
        traits.when(saidBefore, "said-before");
    }

    private void words(Start start) {
        int begin = start.day().span().begin();
        Sentence sentence = seen.sentenceOf(start);
        String body = seen.mail().body();
        String[] before = Terms.in(body.substring(sentence.begin(), begin));
        int end = Math.min(start.day().span().end(), sentence.end());
        String[] after = Terms.in(body.substring(end, sentence.end()));
        String kind = start.timed() ? "clock" : "day";
        near("<", before, true, kind);
        near(">", after, false, kind);
        int length = before.length + after.length;
        traits.when(before.length == 0, "begins");
        traits.is("sentence-" + (length < 3 ? "bare" : length < 8 ? "short" : length < 25 ? "mid" : "long"));
        traits.is("line-" + (begin < 80 ? "first" : begin < 300 ? "near" : begin < 1000 ? "page" : "far"));
        traits.is("quarter-" + 4L * begin / body.length());
    }

    private void near(String side, String[] terms, boolean backwards, String kind) {
        String next = "|";
        for (int i = 0; i < WINDOW && i < terms.length; i++) {
            String term = backwards ? terms[terms.length - 1 - i] : terms[i];
            traits.is(side + term);
            if (i == 0) {
                traits.is(side + "1" + term);
                traits.is(side + "1" + term + "+" + kind);
            }
            traits.is(side + "2" + (backwards ? term + ' ' + next : next + ' ' + term));
            next = term;
        }
    }

    private void sentence(Start start) {
        Sentence sentence = seen.sentenceOf(start);
        String kind = start.timed() ? "clock" : "day";
        for (String term : seen.termsOf(start)) {
            traits.is("in=" + term);
            traits.is("in=" + term + "+" + kind);
        }
        traits.when(sentence.words().indexOf('?') >= 0, "question");
        Kind gathering = Kinds.of(sentence.words());
        traits.is("kind-" + gathering);
        traits.is((gathering == Kind.OTHER ? "no-kind+" : "some-kind+") + kind);
        String[] previous = seen.termsBefore(start);
        if (previous != null) {
            traits.each("prev=", previous);
        }
        subject(start, sentence);
    }

    private void subject(Start start, Sentence sentence) {
        for (String word : words(start.day().text())) {
            traits.when(word.length() > 2 && seen.subject().contains(word), "in-subject");
        }
        int shared = 0;
        for (String word : words(sentence)) {
            shared += word.length() > 3 && seen.subject().contains(word) ? 1 : 0;
        }
        traits.when(shared > 0, "subject-words-" + Math.min(3, shared));
    }

    private static String[] words(String text) {
        return Sentence.words(text).strip().split(" ");
    }

    private static String[] words(Sentence sentence) {
        return sentence.words().strip().split(" ");
    }

    private void clock(Start start, Expression clock) {
        int from = start.day().span().end();
        int to = clock.span().begin();
        int apart = to >= from
                ? to - from
                : start.day().span().begin() - clock.span().end();
        traits.is(to >= from ? "clock-behind" : "clock-ahead");
        traits.is("clock-" + (apart < 8 ? "beside" : apart < 40 ? "close" : apart < 120 ? "near" : "off"));
        traits.when(seen.sentenceOf(start).holds(to), "clock-same-sentence");
        String body = seen.mail().body();
        if (to >= from && apart < 60) {
            traits.each("between=", Terms.in(body.substring(from, to)));
        }
        String[] before = Terms.in(body.substring(Math.max(0, to - 24), to));
        traits.when(before.length > 0, "clock<" + (before.length > 0 ? before[before.length - 1] : ""));
        traits.when(clock.best().end() != null, "has-end");
    }
}
