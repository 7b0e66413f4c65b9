package app.whichday.choice;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;

/**
 * What a day's questions to language models came to.
 *
 * @param results how often calls ended so; results without any are left out
 * @param median of the time that calls took which the server was asked in; zero without any
 * @param slow 95 in a hundred took no longer
 * @param kept questions that a cascade answered locally
 */
public record LanguageUsage(
        Map<LanguageCall.Result, Long> results,
        Duration median,
        Duration slow,
        long inputTokens,
        long outputTokens,
        BigDecimal cost,
        long kept) {
    public static final LanguageUsage NONE =
            new LanguageUsage(Map.of(), Duration.ZERO, Duration.ZERO, 0, 0, BigDecimal.ZERO, 0);

    public LanguageUsage {
        results = Map.copyOf(results);
    }

    public long calls() {
        return results.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many ended in the local answer. */
    public long fellBack() {
        return calls() - results.getOrDefault(LanguageCall.Result.ANSWERED, 0L);
    }

    public long tokens() {
        return inputTokens + outputTokens;
    }

    /** What the questions that stayed local would have used, at what the answered ones used on average. */
    public long tokensSaved() {
        long answered = results.getOrDefault(LanguageCall.Result.ANSWERED, 0L);
        return answered == 0 ? 0 : kept * tokens() / answered;
    }

    /** The same in money. */
    public BigDecimal costSaved() {
        long answered = results.getOrDefault(LanguageCall.Result.ANSWERED, 0L);
        return answered == 0
                ? BigDecimal.ZERO
                : cost.multiply(BigDecimal.valueOf(kept))
                        .divide(BigDecimal.valueOf(answered), 6, java.math.RoundingMode.HALF_UP);
    }
}
