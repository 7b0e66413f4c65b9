package app.whichday.web;

import app.whichday.choice.Curves;
import app.whichday.tuning.Progress;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A curve, laid out for the page to draw: coordinates are those of an SVG of {@value #WIDTH} by {@value #HEIGHT}.
 *
 * @param id unique on the page
 * @param title what it shows
 * @param description what is to be seen in it, in words
 * @param line the curve's points, as SVG wants them
 * @param ideal the line on which it would lie ideally; empty for none
 * @param head of the table that says the same
 */
record Chart(
        String id,
        String title,
        String description,
        String xLabel,
        String yLabel,
        List<Tick> xTicks,
        List<Tick> yTicks,
        List<Dot> dots,
        String line,
        String ideal,
        List<String> head,
        List<List<String>> rows) {
    static final int WIDTH = 340;
    static final int HEIGHT = 250;
    private static final int LEFT = 48;
    private static final int RIGHT = 318;
    private static final int TOP = 12;
    private static final int BOTTOM = 202;
    private static final int STEPS = 5;
    /** Weeks between two marks. */
    private static final int EVERY = 3;

    private static final DateTimeFormatter WEEK = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final double LEAST_RADIUS = 2.5;
    private static final double MORE_RADIUS = 5;

    /** A mark on an axis. */
    record Tick(String at, String label) {}

    /** A point of the curve. */
    record Dot(String x, String y, String radius, String words) {}

    /** How often answers of one probability are right. */
    static Chart reliability(String subtask, List<Curves.Reliability> points, double error) {
        Axis x = new Axis(0, 1, LEFT, RIGHT);
        Axis y = new Axis(0, 1, BOTTOM, TOP);
        int most = points.stream().mapToInt(Curves.Reliability::count).max().orElse(1);
        List<Dot> dots = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (Curves.Reliability point : points) {
            dots.add(new Dot(
                    x.at(point.confidence()),
                    y.at(point.accuracy()),
                    number(LEAST_RADIUS + MORE_RADIUS * Math.sqrt((double) point.count() / most)),
                    percent(point.confidence()) + " sure: " + percent(point.accuracy()) + " right, of "
                            + count(point.count())));
            rows.add(List.of(percent(point.confidence()), percent(point.accuracy()), count(point.count())));
        }
        return new Chart(
                subtask + "-reliability",
                "How sure, and how often right",
                "On people that the model had not seen, probabilities are off by " + percent(error)
                        + " on average. On the dashed line they would mean exactly what they say.",
                "how sure it was",
                "right",
                x.ticks(5),
                y.ticks(5),
                dots,
                line(dots),
                x.at(0) + "," + y.at(0) + " " + x.at(1) + "," + y.at(1),
                List.of("How sure", "How often right", "Questions"),
                rows);
    }

    /** How often the surest answers are right, against how many are given. */
    static Chart coverage(String subtask, List<Curves.Coverage> points) {
        double least =
                points.stream().mapToDouble(Curves.Coverage::accuracy).min().orElse(0);
        double floor = Math.max(0, Math.floor(least * 10 - 0.5) / 10);
        Axis x = new Axis(0, 1, LEFT, RIGHT);
        Axis y = new Axis(floor, 1, BOTTOM, TOP);
        List<Dot> dots = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (Curves.Coverage point : points) {
            dots.add(new Dot(
                    x.at(point.share()),
                    y.at(point.accuracy()),
                    number(LEAST_RADIUS),
                    percent(point.share()) + " answered: " + percent(point.accuracy()) + " right"));
            rows.add(List.of(percent(point.share()), percent(point.accuracy()), percent(point.probability())));
        }
        String all = points.isEmpty() ? "" : percent(points.getLast().accuracy());
        return new Chart(
                subtask + "-coverage",
                "What asking would gain",
                "Answering everything, " + all
                        + " are right. Answering only the surest, more are: the rest would be asked.",
                "share that is answered",
                "right",
                x.ticks(5),
                y.ticks(y.steps()),
                dots,
                line(dots),
                "",
                List.of("Answered", "Right", "Least sure"),
                rows);
    }

    /** How often something happened, week by week. */
    static Chart perWeek(String id, String title, List<Progress.Stretch> weeks, ToIntFunction<Progress.Stretch> count) {
        int most = weeks.stream().mapToInt(count).max().orElse(0);
        // A round number of steps, so that marks are whole.
        int step = Math.max(1, (most + STEPS - 1) / STEPS);
        int steps = Math.max(1, (most + step - 1) / step);
        Axis x = new Axis(0, Math.max(1, weeks.size() - 1), LEFT, RIGHT);
        Axis y = new Axis(0, steps * step, BOTTOM, TOP);
        List<Dot> dots = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        List<Tick> days = new ArrayList<>();
        for (int i = 0; i < weeks.size(); i++) {
            int times = count.applyAsInt(weeks.get(i));
            String monday = WEEK.format(weeks.get(i).first());
            dots.add(new Dot(x.at(i), y.at(times), number(LEAST_RADIUS), "Week of " + monday + ": " + times));
            rows.add(List.of(monday, count(times), count(weeks.get(i).decisions())));
            if ((weeks.size() - 1 - i) % EVERY == 0) {
                days.add(new Tick(x.at(i), monday));
            }
        }
        List<Tick> counts = IntStream.rangeClosed(0, steps)
                .mapToObj(i -> new Tick(y.at(i * step), count(i * step)))
                .toList();
        int last = weeks.isEmpty() ? 0 : count.applyAsInt(weeks.getLast());
        return new Chart(
                id,
                title,
                "By week, from Mondays. This week so far: " + last + ".",
                "week of",
                "times",
                days,
                counts,
                dots,
                line(dots),
                "",
                List.of("Week of", title, "Decisions"),
                rows);
    }

    private static String line(List<Dot> dots) {
        return dots.stream().map(dot -> dot.x() + "," + dot.y()).collect(Collectors.joining(" "));
    }

    private static String percent(double share) {
        double percent = 100 * share;
        return percent >= 99.5 && percent < 100 || percent < 10
                ? String.format(Locale.ROOT, "%.1f %%", percent)
                : Math.round(percent) + " %";
    }

    private static String count(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** Shares from least to most, laid from one coordinate to another. */
    private record Axis(double least, double most, int from, int to) {
        String at(double share) {
            return number(from + (to - from) * (share - least) / (most - least));
        }

        /** So that marks are at whole tenths, and no more than five. */
        int steps() {
            int tenths = (int) Math.round((most - least) * 10);
            return tenths <= 5 ? tenths : tenths % 2 == 0 ? tenths / 2 : tenths % 3 == 0 ? 3 : 1;
        }

        List<Tick> ticks(int steps) {
            List<Tick> ticks = new ArrayList<>();
            for (int i = 0; i <= steps; i++) {
                double share = least + (most - least) * i / steps;
                ticks.add(new Tick(at(share), Math.round(100 * share) + " %"));
            }
            return ticks;
        }
    }
}
