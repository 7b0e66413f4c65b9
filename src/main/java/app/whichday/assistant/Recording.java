package app.whichday.assistant;

import app.whichday.choice.Ranked;
import app.whichday.choice.Ranking;
import app.whichday.choice.Verdict;
import app.whichday.intent.Intent;
import app.whichday.mail.MailId;
import app.whichday.when.DatedExpression;
import app.whichday.when.Expression;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is kept of an understanding: enough to show the owner what was chosen, from what and by which model. */
final class Recording {
    private Recording() {}

    static MailReading of(MailId id, Understanding understood, Instant readAt, Duration took) {
        Ranked<?> category = understood.triage().category().best();
        return new MailReading(
                id,
                understood.triage().category().best().value(),
                category.probability(),
                understood.triage().wantsReply(),
                understood.dates().stream()
                        .map(DatedExpression::expression)
                        .map(Recording::mark)
                        .toList(),
                steps(understood),
                readAt,
                took);
    }

    private static MailReading.DateMark mark(Expression expression) {
        return new MailReading.DateMark(
                expression.span().begin(),
                expression.span().end(),
                SpelledDay.of(expression),
                expression.verdict() instanceof Verdict.Ask<?>);
    }

    private static List<MailReading.Step> steps(Understanding understood) {
        List<MailReading.Step> steps = new ArrayList<>();
        steps.add(step(understood.triage().category()));
        steps.add(step(understood.triage().needsReply()));
        for (Intent intent : understood.intents().present()) {
            steps.add(step(understood.intents().answers().get(intent)));
        }
        understood.event().ifPresent(event -> {
            steps.add(new MailReading.Step(
                    "event",
                    event.title(),
                    event.probability(),
                    List.of(),
                    event.by().name()));
            event.when().ifPresent(when -> steps.add(step(when.ranking())));
        });
        return steps;
    }

    private static MailReading.Step step(Ranking<?> ranking) {
        List<String> others = ranking.ranked().stream()
                .skip(1)
                .map(ranked -> ranked.option().label())
                .toList();
        return new MailReading.Step(
                ranking.subtask().name(),
                ranking.best().option().label(),
                ranking.best().probability(),
                others,
                ranking.by().name());
    }
}
