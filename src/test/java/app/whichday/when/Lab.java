package app.whichday.when;

import app.whichday.choice.*;
import app.whichday.mail.*;
import com.fasterxml.jackson.databind.*;
import com.fasterxml.jackson.databind.node.*;
import java.io.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;

/** Development only: trains on the data folder, cross-validates and dumps answers. */
public final class Lab {
    static final ObjectMapper JSON = new ObjectMapper();
    static final String DATA = "/work/shared/data/";
    static final LogLinearTrainer READING =
            new LogLinearTrainer(Double.parseDouble(System.getProperty("l2", "5.0")), 2, 200);
    static final LogLinearTrainer TIME =
            new LogLinearTrainer(Double.parseDouble(System.getProperty("l2t", "1.0")), 2, 200);

    /** Prefers the first option, and believes everything. */
    static final Chooser FIRST = new Chooser() {
        public <T> Ranking<T> rank(Question<T> q) {
            double[] p = new double[q.options().size()];
            double sum = 0;
            for (int i = 0; i < p.length; i++) sum += p[i] = Math.pow(0.3, i);
            for (int i = 0; i < p.length; i++) p[i] /= sum;
            return Ranking.of(q, p, new ModelVersion("first"));
        }
    };

    record Sets(List<Example<Reading>> reading, List<Example<Boolean>> time) {}

    static List<JsonNode> lines(String f) throws IOException {
        List<JsonNode> out = new ArrayList<>();
        for (String l : Files.readAllLines(Path.of(DATA + f))) if (!l.isBlank()) out.add(JSON.readTree(l));
        return out;
    }

    static String groupOf(JsonNode mail) {
        String to =
                mail.path("to").asText().toLowerCase(Locale.ROOT).split(",")[0].split("@")[0];
        return to.substring(to.lastIndexOf('.') + 1).strip();
    }

    static Mail mail(JsonNode m) {
        OffsetDateTime sent = OffsetDateTime.parse(m.get("sent").asText());
        return MailParser.fromParts(new MailParser.Parts(
                Optional.empty(),
                m.path("from").asText(),
                m.path("to").asText(),
                m.path("cc").asText(),
                m.path("subject").asText(),
                new SentTime(
                        sent.toLocalDateTime(),
                        Optional.of(ZoneId.of(m.get("zone").asText()))),
                m.path("list").asBoolean(),
                m.get("body").asText()));
    }

    static String day(LocalDateTime t) {
        return t == null ? null : t.toLocalDate().toString();
    }

    static String at(LocalDateTime t) {
        return t == null ? null : t.toString().substring(0, 16);
    }

    static String startOf(Reading r) {
        return r.timed() ? at(r.start()) : day(r.start());
    }

    static String endOf(Reading r) {
        return r.end() == null
                ? null
                : r.timed() ? at(r.end()) : r.end().toLocalDate().minusDays(1).toString();
    }

    static boolean same(Reading r, String gs, String ge, String grain) {
        if (gs == null) return false;
        String s = startOf(r), e = endOf(r);
        if (grain.equals("minute")) {
            String g = gs.length() > 16 ? gs.substring(0, 16) : gs;
            return s.equals(g) && (ge == null || Objects.equals(e, ge.length() > 16 ? ge.substring(0, 16) : ge));
        }
        LocalDate d = LocalDate.parse(s.substring(0, 10)), g = LocalDate.parse(gs.substring(0, 10));
        switch (grain) {
            case "week":
                return d.minusDays(d.getDayOfWeek().getValue())
                        .equals(g.minusDays(g.getDayOfWeek().getValue()));
            case "month":
            case "quarter":
                return s.substring(0, 7).equals(gs.substring(0, 7));
            case "year":
                return s.substring(0, 4).equals(gs.substring(0, 4));
        }
        return d.equals(g)
                && (ge == null
                        || grain.equals("part")
                        || e != null && e.substring(0, 10).equals(ge.substring(0, 10)));
    }

    static int[] span(String body, JsonNode x) {
        int i = -1;
        for (int n = 0; n < x.path("nth").asInt(1); n++) {
            i = body.indexOf(x.get("text").asText(), i + 1);
            if (i < 0) return null;
        }
        return new int[] {i, i + x.get("text").asText().length()};
    }

    static String text(JsonNode n, String f) {
        return n.hasNonNull(f) ? n.get(f).asText() : null;
    }

    static void mails(WhenReader reader, Sets out, List<JsonNode> mails, Map<String, JsonNode> labels) {
        for (JsonNode m : mails) {
            JsonNode label = labels.get(m.get("id").asText());
            if (label == null || !label.has("dates")) continue;
            boolean first12 = label.path("note").asText("").contains("first 12");
            Mail mail = mail(m);
            String body = m.get("body").asText();
            List<Object[]> gold = new ArrayList<>();
            for (JsonNode x : label.get("dates")) {
                int[] p = span(body, x);
                if (p != null) gold.add(new Object[] {p, x});
            }
            for (Block b : mail.blocks()) {
                if (b.kind() == Block.Kind.SIGNATURE) continue;
                Anchor anchor =
                        WhenInMail.anchor(mail, b, ZoneId.of(m.get("zone").asText()), Locale.US);
                for (Sighting s : reader.sightings(mail.text(b), anchor)) {
                    int begin = s.span().begin() + b.begin(), end = s.span().end() + b.begin();
                    List<JsonNode> hits = new ArrayList<>();
                    for (Object[] g : gold)
                        if (((int[]) g[0])[0] < end && ((int[]) g[0])[1] > begin) hits.add((JsonNode) g[1]);
                    String key = m.get("id").asText();
                    if (hits.isEmpty() && first12) continue;
                    out.time.add(Example.of(s.isTime(), hits.isEmpty() ? 1 : 0, groupOf(m)));
                    if (hits.isEmpty()) continue;
                    Set<Integer> right = new TreeSet<>();
                    boolean known = false;
                    for (JsonNode x : hits) {
                        String c = x.get("class").asText();
                        if (c.equals("recurring") || c.equals("unresolvable")) continue;
                        known = true;
                        for (int i = 0; i < s.which().options().size(); i++) {
                            Reading r = s.which().options().get(i).value();
                            if (same(
                                    r,
                                    text(x, "start"),
                                    text(x, "end"),
                                    x.get("grain").asText())) right.add(i);
                        }
                    }
                    if (known) out.reading.add(new Example<>(s.which(), right, groupOf(m), 1));
                }
            }
        }
    }

    static void pairs(WhenReader reader, Sets out) throws IOException {
        for (JsonNode r : lines("when/enron-weekday-pairs.jsonl")) {
            if (!r.get("clean").asBoolean()
                    || r.get("leak").asBoolean()
                    || Math.abs(r.get("delta_days").asInt()) > 13
                    || r.get("delta_days").asInt() == 0) continue;
            ZoneId zone = ZoneId.of("America/Chicago");
            LocalDateTime ref =
                    LocalDateTime.parse(r.get("reference_datetime").asText().substring(0, 19));
            int b = r.get("expr_start").asInt(), e = b + r.get("expr").asText().length();
            String owner = r.get("source").asText().replace("enron/", "").split("-")[0];
            for (Sighting s : reader.sightings(
                    r.get("text").asText(), new Anchor(ref.atZone(zone).toInstant(), zone, Locale.US))) {
                if (s.span().begin() >= e || s.span().end() <= b) continue;
                Set<Integer> right = new TreeSet<>();
                for (int i = 0; i < s.which().options().size(); i++) {
                    if (s.which()
                            .options()
                            .get(i)
                            .value()
                            .day()
                            .toString()
                            .equals(r.get("expected_start").asText().substring(0, 10))) right.add(i);
                }
                out.reading.add(new Example<>(s.which(), right, owner, 1));
                break;
            }
        }
    }

    static void own(WhenReader reader, Sets out) throws IOException {
        Path p = Path.of("src/main/resources/when/en/examples.txt");
        if (!Files.exists(p)) return;
        ZoneId zone = ZoneId.of("America/New_York");
        String[] days = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday"};
        int n = 0;
        for (String line : Files.readAllLines(p)) {
            if (line.isBlank() || line.startsWith("#")) continue;
            String[] half = line.split("\\|", 2);
            String kind = half[0].strip(), sentence = half[1].strip();
            n++;
            for (int v = 0; v < 2; v++) {
                LocalDateTime ref = LocalDateTime.of(2024, 1, 1, 10, 0).plusDays((n * 37L + v * 61) % 350);
                int far = kind.equals("back") ? -(5 + (n * 7 + v * 11) % 80) : 5 + (n * 7 + v * 11) % 80;
                LocalDate md = ref.toLocalDate().plusDays(far);
                LocalDate near = ref.toLocalDate()
                        .plusDays(kind.equals("back") ? -(2 + (n * 5 + v * 7) % 20) : 2 + (n * 5 + v * 7) % 20);
                String month = md.getMonth().getDisplayName(java.time.format.TextStyle.FULL, Locale.ENGLISH);
                LocalDate other =
                        ref.toLocalDate().plusMonths(kind.equals("back") ? -(1 + (n + v) % 5) : 1 + (n + v) % 5);
                String t = sentence.replace("WD", days[(n + v * 3) % 5])
                        .replace(
                                "NTH",
                                "the " + near.getDayOfMonth()
                                        + (near.getDayOfMonth() % 10 == 1 && near.getDayOfMonth() != 11
                                                ? "st"
                                                : near.getDayOfMonth() % 10 == 2 && near.getDayOfMonth() != 12
                                                        ? "nd"
                                                        : near.getDayOfMonth() % 10 == 3 && near.getDayOfMonth() != 13
                                                                ? "rd"
                                                                : "th"))
                        .replace("MD", month + " " + md.getDayOfMonth())
                        .replace(
                                "MONTH",
                                other.getMonth().getDisplayName(java.time.format.TextStyle.FULL, Locale.ENGLISH));
                for (Sighting s :
                        reader.sightings(t, new Anchor(ref.atZone(zone).toInstant(), zone, Locale.US))) {
                    if (kind.equals("no")) {
                        out.time.add(Example.of(s.isTime(), 1, "own"));
                        continue;
                    }
                    out.time.add(Example.of(s.isTime(), 0, "own"));
                    Set<Integer> right = new TreeSet<>();
                    LocalDate best = null;
                    for (int i = 0; i < s.which().options().size(); i++) {
                        LocalDate d = s.which().options().get(i).value().day();
                        boolean fits =
                                kind.equals("back") ? d.isBefore(ref.toLocalDate()) : d.isAfter(ref.toLocalDate());
                        if (fits
                                && (best == null
                                        || Math.abs(d.toEpochDay()
                                                        - ref.toLocalDate().toEpochDay())
                                                < Math.abs(best.toEpochDay()
                                                        - ref.toLocalDate().toEpochDay()))) best = d;
                    }
                    for (int i = 0; i < s.which().options().size(); i++)
                        if (s.which().options().get(i).value().day().equals(best)
                                && (!(kind.equals("am") || kind.equals("pm"))
                                        || s.which()
                                                                .options()
                                                                .get(i)
                                                                .value()
                                                                .start()
                                                                .getHour()
                                                        >= 12
                                                == kind.equals("pm"))) right.add(i);
                    out.reading.add(new Example<>(s.which(), right, "own", 0.5));
                }
            }
        }
    }

    static Sets gather(WhenReader reader, List<JsonNode> mails, Map<String, JsonNode> labels) throws IOException {
        Sets out = new Sets(new ArrayList<>(), new ArrayList<>());
        mails(reader, out, mails, labels);
        pairs(reader, out);
        own(reader, out);
        return out;
    }

    static Chooser train(LogLinearTrainer t, List<? extends Example<?>> ex, String name) {
        return new LogLinearChooser(t.train(ex, new ModelVersion(name)).withTemperature(t == READING ? 1.2 : 1.1));
    }

    static <T> List<Example<T>> without(List<Example<T>> all, Set<String> groups) {
        return all.stream().filter(e -> !groups.contains(e.group())).toList();
    }

    public static void main(String[] args) throws Exception {
        List<JsonNode> mails = lines("mails/mails.jsonl");
        Map<String, JsonNode> labels = new HashMap<>();
        for (JsonNode l : lines("mails/labels.jsonl")) labels.put(l.get("id").asText(), l);
        ReadingPolicy open = new ReadingPolicy(0, 0, 0, 0, 0);
        long t0 = System.nanoTime();
        Sets sets = gather(WhenReader.of(FIRST, FIRST, open), mails, labels);
        System.out.printf(
                "gathered %d reading, %d time examples in %d ms%n",
                sets.reading.size(), sets.time.size(), (System.nanoTime() - t0) / 1000000);
        Chooser r1 = train(READING, sets.reading, "reading/base-1"), t1 = train(TIME, sets.time, "is-time/base-1");
        sets = gather(WhenReader.of(r1, t1, ReadingPolicy.DEFAULT), mails, labels);
        LogLinearModel rm = READING.train(sets.reading, new ModelVersion("reading/base-1"));
        LogLinearModel tm = TIME.train(sets.time, new ModelVersion("is-time/base-1"));
        int folds = 5;
        Map<String, Integer> fold = new HashMap<>();
        Map<String, Integer> sizes = new TreeMap<>();
        for (Example<Boolean> e : sets.time) sizes.merge(e.group(), 1, Integer::sum);
        for (Example<Reading> e : sets.reading) sizes.merge(e.group(), 1, Integer::sum);
        for (JsonNode m : mails) sizes.merge(groupOf(m), 0, Integer::sum);
        int[] load = new int[folds];
        sizes.remove("own");
        sizes.entrySet().stream().sorted((a, b) -> b.getValue() - a.getValue()).forEach(en -> {
            int best = 0;
            for (int f = 1; f < load.length; f++) if (load[f] < load[best]) best = f;
            load[best] += en.getValue();
            fold.put(en.getKey(), best);
        });
        if (args.length > 0 && args[0].equals("quick")) folds = 0;
        List<Outcome<Reading>> outcomes = new ArrayList<>();
        List<Outcome<Boolean>> touts = new ArrayList<>();
        try (PrintWriter answers = new PrintWriter("/tmp/when/mails.answers.jsonl");
                PrintWriter pairsOut = new PrintWriter("/tmp/when/pairs.answers.jsonl")) {
            for (int f = 0; f < folds; f++) {
                Set<String> held = new HashSet<>();
                for (var en : fold.entrySet()) if (en.getValue() == f) held.add(en.getKey());
                Chooser rc = train(READING, without(sets.reading, held), "cv"),
                        tc = train(TIME, without(sets.time, held), "cv");
                for (Example<Reading> e : sets.reading) if (held.contains(e.group())) outcomes.add(Outcome.of(rc, e));
                for (Example<Boolean> e : sets.time) if (held.contains(e.group())) touts.add(Outcome.of(tc, e));
                WhenReader reader = WhenReader.of(rc, tc, ReadingPolicy.DEFAULT);
                WhenInMail in = new WhenInMail(reader);
                for (JsonNode m : mails) {
                    if (!held.contains(groupOf(m))) continue;
                    ObjectNode o = JSON.createObjectNode();
                    o.put("id", m.get("id").asText());
                    ArrayNode dates = o.putArray("dates");
                    for (DatedExpression d :
                            in.read(mail(m), ZoneId.of(m.get("zone").asText()), Locale.US))
                        add(dates.addObject(), d.expression());
                    o.put("needs_reply", false);
                    o.put("triage", "fyi");
                    o.putArray("intents");
                    o.putNull("event");
                    answers.println(o);
                }
                for (JsonNode r : lines("when/enron-weekday-pairs.jsonl")) {
                    if (!held.contains(
                            r.get("source").asText().replace("enron/", "").split("-")[0])) continue;
                    ZoneId zone = ZoneId.of("America/Chicago");
                    LocalDateTime ref = LocalDateTime.parse(
                            r.get("reference_datetime").asText().substring(0, 19));
                    ObjectNode o = JSON.createObjectNode();
                    o.put("id", r.get("id").asText());
                    ArrayNode found = o.putArray("found");
                    for (Expression e : reader.read(
                            r.get("text").asText(), new Anchor(ref.atZone(zone).toInstant(), zone, Locale.US)))
                        add(found.addObject(), e);
                    pairsOut.println(o);
                }
            }
        }
        if (folds > 0) {
            System.out.printf(
                    "reading cv accuracy %.4f of %d; time %.4f%n",
                    outcomes.stream().filter(Outcome::right).count() / (double) outcomes.size(),
                    outcomes.size(),
                    touts.stream().filter(Outcome::right).count() / (double) touts.size());
            double temp = Calibration.temperature(outcomes), ttemp = Calibration.temperature(touts);
            System.out.println("temperature " + temp + " " + ttemp);
            rm = rm.withTemperature(temp);
            tm = tm.withTemperature(ttemp);
        }
        LogLinearModelFile.write(rm, Path.of("src/main/resources/when/reading.model"));
        LogLinearModelFile.write(tm, Path.of("src/main/resources/when/is-time.model"));
        Files.createDirectories(Path.of("target/classes/when"));
        LogLinearModelFile.write(rm, Path.of("target/classes/when/reading.model"));
        LogLinearModelFile.write(tm, Path.of("target/classes/when/is-time.model"));
        System.out.println("weights " + rm.size() + " " + tm.size());
    }

    static void add(ObjectNode o, Expression e) {
        o.put("b", e.span().begin())
                .put("e", e.span().end())
                .put("start", startOf(e.best()))
                .put("end", endOf(e.best()))
                .put("grain", e.best().grain().name().toLowerCase(Locale.ROOT));
        o.put("p", e.ranking().best().probability()).put("c", e.best().convention());
        o.put("conflict", e.conflict());
        ArrayNode alts = o.putArray("alts");
        for (var r : ReadingPolicy.byDay(e.ranking())) {
            if (alts.size() < 3) {
                ObjectNode x = alts.addObject();
                x.put("s", startOf(r.best().value()))
                        .put("e", endOf(r.best().value()))
                        .put("p", r.probability())
                        .put("share", r.best().probability() / r.probability());
                if (r.readings().size() > 1)
                    x.put("s2", startOf(r.readings().get(1).value()));
            }
        }

        if (e.verdict() instanceof Verdict.Ask<Reading> ask) {
            ArrayNode a = o.putArray("ask");
            for (var r : ask.between()) a.add(startOf(r.value()));
        }
    }
}
