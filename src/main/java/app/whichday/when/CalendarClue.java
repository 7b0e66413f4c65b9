package app.whichday.when;

import app.whichday.calendar.EventTime;
import app.whichday.choice.Features;
import app.whichday.when.Resolver.Candidate;
import app.whichday.when.Speech.Tied;
import app.whichday.when.Speech.Way;
import app.whichday.when.meaning.Hours;
import app.whichday.when.meaning.Language;
import app.whichday.when.meaning.Scene;
import app.whichday.when.words.Words;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the owner's calendar tells of an expression: "our call on Friday" is the Friday, and the hour, of the call that stands
 * there. Only appointments count that the sentence may speak of, by their people or words, and only where it speaks of what
 * stands already: "another call on Friday" and "by Friday" are read as if no calendar were known.
 */
final class CalendarClue {
    /** An owner's own calendar is hard evidence: a few sentences are to teach it. */
    private static final double STRONG = 3;

    private static final String NAME = "calendar";

    private static final int MOST_KNOWN = 8;

    private final List<Candidate> candidates;
    private final List<Tied> tied;
    private final Way way;
    private final String tense;
    private final Scene scene;
    /** The best tied appointment on each candidate's day. */
    private final Map<Candidate, Tied> hits;

    private CalendarClue(List<Candidate> readings, List<Tied> tied, Way way, String tense, Scene scene, Draft draft) {
        this.tied = tied;
        this.way = way;
        this.tense = tense;
        this.scene = scene;
        this.hits = tied.isEmpty() ? Map.of() : new IdentityHashMap<>();
        this.candidates = tied.isEmpty() ? readings : with(readings, draft);
    }

    static CalendarClue of(Words words, Draft draft, Scene scene, Language language, List<Candidate> readings) {
        if (scene.diary().isEmpty() || draft.recurring || readings.isEmpty()) {
            return new CalendarClue(readings, List.of(), Way.NEITHER, "", scene, draft);
        }
        Speech speech = Speech.around(words, draft, language.talk());
        List<Tied> tied = speech.tied(scene);
        Way way = speech.way(tied);
        return new CalendarClue(readings, way == Way.NEITHER ? List.of() : tied, way, speech.tense(), scene, draft);
    }

    static boolean named(String feature) {
        return feature.startsWith(NAME);
    }

    /** The readings, and beside a day that of an appointment on it where one that stands already is spoken of. */
    List<Candidate> candidates() {
        return candidates;
    }

    private List<Candidate> with(List<Candidate> readings, Draft draft) {
        List<Candidate> out = new ArrayList<>();
        int known = 0;
        for (Candidate reading : readings) {
            Tied hit = hit(reading);
            Candidate candidate = hit == null ? reading : explained(reading, hit);
            add(candidate, hit, out);
            for (Tied each : hit != null && draft.dayAlone() ? tied : List.<Tied>of()) {
                Reading exact = known < MOST_KNOWN ? known(reading.reading(), each, draft.hours) : null;
                if (exact != null) {
                    add(new Candidate(exact, reading.rule(), reading.half(), each.appointment()), each, out);
                    known++;
                }
            }
        }
        return out;
    }

    private void add(Candidate candidate, @Nullable Tied hit, List<Candidate> out) {
        out.add(candidate);
        if (hit != null) {
            hits.put(candidate, hit);
        }
    }

    private Candidate explained(Candidate candidate, Tied hit) {
        Reading reading = candidate.reading();
        String title = "your " + hit.appointment().quoted();
        boolean then = reading.timed() && hit.startsAt(local(reading));
        return new Candidate(
                reading.explained(reading.convention() + (then ? ", " + title : "; " + title + " is on that day")),
                candidate.rule(),
                candidate.half());
    }

    private @Nullable Reading known(Reading day, Tied hit, @Nullable Hours hours) {
        if (!(hit.appointment().time() instanceof EventTime.Timed timed)
                || !oneDay(day)
                || !hit.start().toLocalDate().equals(day.day())) {
            return null;
        }
        int hour = hit.start().getHour();
        if (hours != null
                && hours.part() != null
                && (hour < hours.part().from().getHour() || hour >= hours.part().toHour())) {
            return null;
        }
        return new Reading(
                hit.start(),
                timed.length().isZero() ? null : hit.start().plus(timed.length()),
                Grain.MINUTE,
                Reading.Open.NO,
                null,
                day.convention() + ", your " + hit.appointment().quoted());
    }

    private static boolean oneDay(Reading reading) {
        boolean day = reading.grain() == Grain.DAY || reading.grain() == Grain.PART;
        return day && reading.open() == Reading.Open.NO && reading.end() == null;
    }

    private LocalDateTime local(Reading reading) {
        LocalDateTime start = reading.in(scene.zone()).start();
        return start == null ? reading.day().atStartOfDay() : start;
    }

    private @Nullable Tied hit(Candidate candidate) {
        Reading reading = candidate.reading();
        if (reading.grain().compareTo(Grain.DAY) > 0) {
            return null;
        }
        LocalDateTime start = local(reading);
        Tied best = null;
        for (Tied each : tied) {
            if (reading.timed() && each.startsAt(start)) {
                return each;
            }
            if (each.appointment().on(start.toLocalDate(), each.start())
                    && (best == null || each.tie().compareTo(best.tie()) > 0)) {
                best = each;
            }
        }
        return best;
    }

    void describe(Candidate candidate, Features.Builder out) {
        if (hits.isEmpty()) {
            return;
        }
        Tied hit = hits.get(candidate);
        String place = hit == null ? "off" : place(candidate, hit);
        out.is("calendar=", place + "-" + way, STRONG);
        out.is("calendar-tense=", place + "-" + way + "-" + agreement(candidate.reading()), STRONG);
        if (hit != null) {
            out.is("calendar-tie=", place + "-" + way + "-" + hit.tie());
            if (hit.appointment().series()) {
                out.is("calendar-series=", place + "-" + way);
            }
        }
    }

    private String place(Candidate candidate, Tied hit) {
        Reading reading = candidate.reading();
        if (candidate.known() != null) {
            return "known";
        }
        if (reading.timed()) {
            return hit.startsAt(local(reading)) ? "at" : "hour";
        }
        boolean exact = candidates.stream()
                .anyMatch(
                        other -> other.known() != null && other.reading().day().equals(reading.day()));
        return exact ? "bare" : "day";
    }

    private String agreement(Reading reading) {
        int side = local(reading).toLocalDate().compareTo(scene.today());
        if (side == 0 || !tense.equals("then") && !tense.equals("ahead")) {
            return "open";
        }
        return side < 0 == tense.equals("then") ? "with" : "against";
    }
}
