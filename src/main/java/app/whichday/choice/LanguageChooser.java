package app.whichday.choice;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.model.chat.ChatModel;
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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Asks a language model: the options as lettered multiple choice, the answer one letter. Whatever goes wrong on the way
 * ends in the local chooser's ranking, whose model version then stands in it, and is reported to the listener.
 */
public final class LanguageChooser implements Chooser {
    private static final Logger LOG = Logger.getLogger(LanguageChooser.class);

    /** How sure an answer without log-probabilities counts: models at temperature 0 don't say. */
    private static final double CERTAINTY = 0.9;
    /** Nothing that a model says of its own certainty is taken for more than this. */
    private static final double MOST_CERTAIN = 0.98;

    private final ChatModel model;
    private final String modelName;
    private final String instruction;
    private final boolean logProbabilities;
    private final Duration timeout;
    private final Chooser local;
    private final Consumer<LanguageCall> calls;

    /**
     * @param modelName of the fine-tune or adapter that answers this subtask
     * @param instruction what is asked, for a model to read; the same for all questions of the subtask
     * @param logProbabilities whether to ask the server for them; not all know how
     * @param timeout when the local answer is taken instead, however the server dawdles
     * @param local answers when the model does not
     * @param calls told of every question
     */
    public LanguageChooser(
            ChatModel model,
            String modelName,
            String instruction,
            boolean logProbabilities,
            Duration timeout,
            Chooser local,
            Consumer<LanguageCall> calls) {
        this.model = model;
        this.modelName = modelName;
        this.instruction = instruction;
        this.logProbabilities = logProbabilities;
        this.timeout = timeout;
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
        calls.accept(new LanguageCall(
                question.subtask(), modelName, answer.result, answer.took, answer.inputTokens, answer.outputTokens));
        if (answer.result != LanguageCall.Result.ANSWERED) {
            LOG.warnf(
                    "%s: language model %s %s after %d ms; the local answer stands",
                    question.subtask().name(), modelName, answer.result, answer.took.toMillis());
            return fallback;
        }
        ModelVersion by = new ModelVersion(question.subtask().name() + "/language:" + modelName);
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
            return new Answer(LanguageCall.Result.TOO_MANY_OPTIONS, Duration.ZERO, 0, 0, 0, 0);
        }
        long start = System.nanoTime();
        try {
            ChatResponse response = inTime(MultipleChoice.request(question, instruction, modelName, logProbabilities));
            return read(response, question, since(start));
        } catch (TimeoutException | dev.langchain4j.exception.TimeoutException e) {
            return failed(LanguageCall.Result.TIMED_OUT, start, e);
        } catch (ContentFilteredException e) {
            return failed(LanguageCall.Result.REFUSED, start, e);
        } catch (RuntimeException e) {
            // Clients throw many kinds; a chooser never fails, so all of them end here.
            return failed(LanguageCall.Result.FAILED, start, e);
        }
    }

    /**
     * On a thread of its own: the client's time-outs are whole seconds, and strike only when not a byte comes.
     *
     * @throws TimeoutException when the time is up; the call is interrupted then
     */
    private ChatResponse inTime(ChatRequest request) throws TimeoutException {
        FutureTask<ChatResponse> call = new FutureTask<>(() -> model.chat(request));
        Thread.ofVirtual().name("language-model").start(call);
        try {
            return call.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a language model was asked", e);
        } finally {
            call.cancel(true);
        }
    }

    private static Answer failed(LanguageCall.Result result, long start, Exception cause) {
        LOG.debugf(cause, "A language model's call ended as %s", result);
        return new Answer(result, since(start), 0, 0, 0, 0);
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static Answer read(ChatResponse response, Question<?> question, Duration took) {
        TokenUsage usage = response.tokenUsage();
        int in = usage == null || usage.inputTokenCount() == null ? 0 : usage.inputTokenCount();
        int out = usage == null || usage.outputTokenCount() == null ? 0 : usage.outputTokenCount();
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
