package app.whichday.choice;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What was asked of language models since the start, by subtask. */
@ApplicationScoped
public class LanguageUsage implements Consumer<LanguageCall> {
    private final Map<String, Total> bySubtask = new TreeMap<>();

    /**
     * Sums for one subtask.
     *
     * @param took all calls together
     */
    public record Total(Map<LanguageCall.Result, Integer> results, Duration took, long inputTokens, long outputTokens) {
        public Total {
            results = Map.copyOf(results);
        }

        public int calls() {
            return results.values().stream().mapToInt(Integer::intValue).sum();
        }

        /** How many ended in the local answer. */
        public int fellBack() {
            return calls() - results.getOrDefault(LanguageCall.Result.ANSWERED, 0);
        }

        private Total plus(LanguageCall call) {
            Map<LanguageCall.Result, Integer> counted = new EnumMap<>(LanguageCall.Result.class);
            counted.putAll(results);
            counted.merge(call.result(), 1, Integer::sum);
            return new Total(
                    counted,
                    took.plus(call.took()),
                    inputTokens + call.inputTokens(),
                    outputTokens + call.outputTokens());
        }
    }

    @Override
    public synchronized void accept(LanguageCall call) {
        Total before = bySubtask.getOrDefault(call.subtask().name(), new Total(Map.of(), Duration.ZERO, 0, 0));
        bySubtask.put(call.subtask().name(), before.plus(call));
    }

    /** By subtask's name; only subtasks of which something was asked. */
    public synchronized Map<String, Total> totals() {
        return Map.copyOf(bySubtask);
    }
}
