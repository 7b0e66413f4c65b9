package app.whichday.tuning;

import app.whichday.choice.*;
import app.whichday.when.*;
import java.nio.file.*;
import java.util.*;

/** Throw-away: prints cross-validated errors on mails. Not to be committed. */
final class Misses {
    public static void main(String[] a) throws Exception {
        DataFolder data = new DataFolder(Path.of("../shared/data"));
        List<LabelledText> texts = new ArrayList<>(LabelledMails.read(data));
        texts.addAll(WeekdayPairs.read(data, 0.8));
        ReadingTraining t = new ReadingTraining(
                new ReadingTraining.Parameters(
                        new LogLinearTrainer(1.5, 2, 200),
                        new LogLinearTrainer(1.0, 2, 200),
                        new ReadingPolicy(.76, .52, .4, .35, .15)),
                texts,
                OwnSentences.read(0.2, 0.5));
        int[] fold = Folds.of(texts.stream().map(LabelledText::group).toList(), 5);
        List<List<String>> outs = java.util.stream.IntStream.range(0, 5)
                .parallel()
                .mapToObj(f -> {
                    List<String> out = new ArrayList<>();
                    WhenReader r = t.train(fold, f).reader(new ReadingPolicy(.76, .52, .4, .35, .15));
                    for (LabelledText x : t.where(fold, f, true)) {
                        if (x.set() != LabelledText.Set.MAILS) continue;
                        List<LabelledText.Answered> ans = x.answers(r);
                        for (Gold g : x.gold()) {
                            List<LabelledText.Answered> hits = ans.stream()
                                    .filter(h -> h.gold().contains(g))
                                    .toList();
                            if (!g.resolved()) continue;
                            String kind;
                            String got = "";
                            if (hits.isEmpty()) kind = "MISS";
                            else {
                                LabelledText.Answered h = hits.stream()
                                        .filter(c -> g.right(c.expression().best()))
                                        .findFirst()
                                        .orElse(hits.getFirst());
                                boolean right = g.right(h.expression().best());
                                boolean ask = h.expression().verdict() instanceof Verdict.Ask<Reading>;
                                if (ask && g.kind() == Gold.Kind.AMBIGUOUS) continue;
                                boolean day = g.rightDay(h.expression().best());
                                boolean listed = h.expression().ranking().ranked().stream()
                                        .anyMatch(k -> g.right(k.value()));
                                if (right && !ask) continue;
                                kind = (ask ? h.expression().conflict() ? "CONF" : "ASK " : "    ")
                                        + (right ? "right" : day ? "day-ok" : "wrong")
                                        + (listed ? " listed" : " UNLISTED");
                                got = h.expression().text().replace('\n', ' ') + " => ";
                                int n = 0;
                                for (Ranked<Reading> k :
                                        h.expression().ranking().ranked()) {
                                    if (n++ < 4)
                                        got += String.format(
                                                "%s..%s %.2f(%s) ",
                                                k.value().start(),
                                                k.value().end(),
                                                k.probability(),
                                                k.value().convention());
                                }
                            }
                            LabelledText.Passage p = x.passages().stream()
                                    .filter(q -> g.span().begin() >= q.offset()
                                            && g.span().begin()
                                                    < q.offset() + q.text().length())
                                    .findFirst()
                                    .orElse(null);
                            String ctx = "(no passage)";
                            String sent = "";
                            if (p != null) {
                                int b = g.span().begin() - p.offset(),
                                        e = Math.min(p.text().length(), g.span().end() - p.offset());
                                ctx = p.text().substring(Math.max(0, b - 110), b) + "[["
                                        + p.text().substring(b, e) + "]]"
                                        + p.text()
                                                .substring(e, Math.min(p.text().length(), e + 70));
                                sent = p.anchor().local().toString() + " "
                                        + p.anchor()
                                                .local()
                                                .getDayOfWeek()
                                                .toString()
                                                .substring(0, 3);
                            }
                            out.add(kind + (g.quoted() ? " Q" : "") + " | " + ctx.replace('\n', '~') + " | sent " + sent
                                    + " | gold " + g.kind() + " " + g.unit() + " "
                                    + g.meanings().stream()
                                            .map(m -> m.start() + ".." + m.end())
                                            .toList() + " | got " + got);
                        }
                    }
                    return out;
                })
                .toList();
        List<String> all = new ArrayList<>();
        outs.forEach(all::addAll);
        Collections.sort(all);
        all.forEach(System.out::println);
    }
}
