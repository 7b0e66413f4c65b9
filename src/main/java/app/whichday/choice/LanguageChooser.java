package app.whichday.choice;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.LogProb;
import dev.langchain4j.model.openai.OpenAiChatResponseMetadata;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;

/**
 * Asks a language model: the options as lettered multiple choice, the answer one letter. Whatever goes wrong on the way
 * ends in the local chooser's ranking, whose model version then stands in it, and is reported to the listener.
 */
final class LanguageChooser implements Chooser {
    private static final Logger LOG = Logger.getLogger(LanguageChooser.class);

    /** How sure an answer without log-probabilities counts: models at temperature 0 don't say. */
    private static final double CERTAINTY = 0.9;
    /** Nothing that a model says of its own certainty is taken for more than this. */
    private static final double MOST_CERTAIN = 0.98;

    private final LanguageServer server;
    private final String modelName;
    private final String instruction;
    private final boolean logProbabilities;
    private final Chooser local;
    private final CallLog calls;

    /**
     * @param modelName of the fine-tune or adapter that answers this subtask
     * @param instruction what is asked, for a model to read; the same for all questions of the subtask
     * @param logProbabilities whether to ask the server for them; not all know how
     * @param local answers when the model does not
     * @param calls told of every question
     */
    LanguageChooser(
            LanguageServer server,
            String modelName,
            String instruction,
            boolean logProbabilities,
            Chooser local,
            CallLog calls) {
        this.server = server;
        this.modelName = modelName;
        this.instruction = instruction;
        this.logProbabilities = logProbabilities;
        this.local = local;
        this.calls = calls;
    }

    @Override
    public <T> Ranking<T> rank(Question<T> question) {
        Ranking<T> fallback = local.rank(question);
        if (question.options().size() == 1) {
            return fallback;
        }
        Answer answer = ask(question);
        calls.called(new LanguageCall(
                question.subtask(), modelName, answer.result, answer.took, answer.inputTokens, answer.outputTokens));
        if (answer.result != LanguageCall.Result.ANSWERED) {
            // What was not even sent has been told when it began; the models page counts it.
            LOG.logf(
                    answer.result.sent() ? Logger.Level.WARN : Logger.Level.DEBUG,
                    "%s: language model %s %s after %d ms; the local answer stands",
                    question.subtask().name(),
                    modelName,
                    answer.result,
                    answer.took.toMillis());
            return fallback;
        }
        ModelVersion by = ModelVersion.language(question.subtask(), modelName);
        return Ranking.of(question, spread(answer, fallback.inOrderOf(question)), by);
    }

    /** The chosen option gets the answer's certainty, the others share the rest as the local chooser would. */
    private static double[] spread(Answer answer, double[] prior) {
        double others = 1 - prior[answer.option];
        double[] probabilities = new double[prior.length];
        Arrays.setAll(probabilities, i -> {
            if (i == answer.option) {
                return answer.certainty;
            }
            double share = others > 1e-9 ? prior[i] / others : 1.0 / (prior.length - 1);
            return (1 - answer.certainty) * share;
        });
        return probabilities;
    }

    /** What came back. Option and certainty mean something only where it was answered. */
    private record Answer(
            LanguageCall.Result result,
            Duration took,
            int inputTokens,
            int outputTokens,
            int option,
            double certainty) {}

    private Answer ask(Question<?> question) {
        if (question.options().size() > MultipleChoice.MOST_OPTIONS) {
            return unasked(LanguageCall.Result.TOO_MANY_OPTIONS);
        }
        ChatRequest request = MultipleChoice.request(question, instruction, modelName, logProbabilities);
        if (!calls.affords(MultipleChoice.tokens(request))) {
            return unasked(LanguageCall.Result.BUDGET_SPENT);
        }
        long start = System.nanoTime();
        try {
            ChatResponse response = server.chat(request);
            return read(response, question, MultipleChoice.tokens(request), since(start));
        } catch (TimeoutException | dev.langchain4j.exception.TimeoutException e) {
            return failed(LanguageCall.Result.TIMED_OUT, start, e);
        } catch (RateLimitException e) {
            return failed(LanguageCall.Result.RATE_LIMITED, start, e);
        } catch (LanguageServer.QuietException e) {
            return failed(LanguageCall.Result.TOLD_TO_WAIT, start, e);
        } catch (CircuitBreakerOpenException e) {
            return failed(LanguageCall.Result.PAUSED, start, e);
        } catch (ContentFilteredException e) {
            return failed(LanguageCall.Result.REFUSED, start, e);
        } catch (RuntimeException e) {
            // Clients throw many kinds; a chooser never fails, so all of them end here.
            return failed(LanguageCall.Result.FAILED, start, e);
        }
    }

    private static Answer unasked(LanguageCall.Result result) {
        return new Answer(result, Duration.ZERO, 0, 0, 0, 0);
    }

    private static Answer failed(LanguageCall.Result result, long start, Exception cause) {
        LOG.debugf(cause, "A language model's call ended as %s", result);
        return new Answer(result, since(start), 0, 0, 0, 0);
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** @param estimate of the tokens, for servers that don't tell: a budget must hold with them too */
    private static Answer read(ChatResponse response, Question<?> question, int estimate, Duration took) {
        TokenUsage usage = response.tokenUsage();
        boolean told = usage != null && usage.inputTokenCount() != null;
        int in = told ? usage.inputTokenCount() : estimate;
        int out = told && usage.outputTokenCount() != null ? usage.outputTokenCount() : 0;
        String text = response.aiMessage().text();
        if (response.finishReason() == FinishReason.CONTENT_FILTER || text == null || text.isBlank()) {
            return new Answer(LanguageCall.Result.REFUSED, took, in, out, 0, 0);
        }
        String letter;
        try {
            letter = MultipleChoice.answer(text);
        } catch (JsonProcessingException e) {
            return new Answer(LanguageCall.Result.UNREADABLE, took, in, out, 0, 0);
        }
        OptionalInt option = MultipleChoice.option(letter, question.options().size());
        if (option.isEmpty()) {
            return new Answer(LanguageCall.Result.NO_OPTION, took, in, out, 0, 0);
        }
        double certainty = certainty(response, letter).orElse(CERTAINTY);
        return new Answer(LanguageCall.Result.ANSWERED, took, in, out, option.getAsInt(), certainty);
    }

    /** The probability of the letter's token, where the server told it. */
    private static Optional<Double> certainty(ChatResponse response, String letter) {
        if (!(response.metadata() instanceof OpenAiChatResponseMetadata metadata) || metadata.logProbs() == null) {
            return Optional.empty();
        }
        List<LogProb> tokens = metadata.logProbs();
        return tokens.stream()
                .filter(token ->
                        token.logprob() != null && letterOf(token.token()).equals(letter))
                .reduce((first, last) -> last)
                .map(token -> Math.clamp(Math.exp(token.logprob()), 0.5, MOST_CERTAIN));
    }

    /** Tokens come as {@code B}, {@code "B}, {@code B"}: what is left without quotes and spaces. */
    private static String letterOf(String token) {
        return token.replace("\"", "").strip();
    }
}
