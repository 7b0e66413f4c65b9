package app.whichday.choice;

import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.NonRetriableException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.TypedGuard;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/**
 * The server that holds the language models: asked again after a hiccup while there is time, left alone for as long as it says,
 * and for a while after it failed too often. Thread-safe.
 */
final class LanguageServer {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    /** Of so many calls at least, half must fail to open the breaker. */
    private static final int WATCHED_CALLS = 8;

    private final ChatModel model;
    private final Duration timeout;
    private final LongSupplier nanos;
    private final TypedGuard<ChatResponse> guard;
    private volatile CircuitBreakerState breaker = CircuitBreakerState.CLOSED;
    private volatile long quietUntil;

    /** Not asked at all: the server has said to come back later. */
    static final class QuietException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** An attempt that failed, and whether another is worth its time. */
    private static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient RuntimeException problem;
        private final boolean again;
        private final transient Optional<Duration> after;

        Failed(RuntimeException problem, boolean again, Optional<Duration> after) {
            super(problem);
            this.problem = problem;
            this.again = again;
            this.after = after;
        }
    }

    LanguageServer(ChatModel model, LanguageSettings settings) {
        this(model, settings, System::nanoTime);
    }

    LanguageServer(ChatModel model, LanguageSettings settings, LongSupplier nanos) {
        this.model = model;
        this.timeout = settings.timeout();
        this.nanos = nanos;
        this.quietUntil = nanos.getAsLong();
        this.guard = TypedGuard.create(ChatResponse.class)
                .withDescription("language model")
                .withRetry()
                .maxRetries(settings.retries())
                .whenException(problem -> problem instanceof Failed failed && failed.again)
                .withCustomBackoff()
                .strategy(Backoff::new)
                .done()
                .done()
                .withCircuitBreaker()
                .requestVolumeThreshold(WATCHED_CALLS)
                .failureRatio(0.5)
                .delay(settings.pause().toMillis(), ChronoUnit.MILLIS)
                .when(problem -> problem instanceof Failed failed && isTheServers(failed.problem))
                .onStateChange(state -> breaker = state)
                .done()
                .build();
    }

    /** A quarter of a second, doubling; or what the server asks for. */
    private static final class Backoff implements io.smallrye.faulttolerance.api.CustomBackoffStrategy {
        private long next = FIRST_PAUSE.toMillis();

        @Override
        public long nextDelayInMillis(Throwable problem) {
            long doubling = next;
            next *= 2;
            return problem instanceof Failed failed
                    ? failed.after.map(Duration::toMillis).orElse(doubling)
                    : doubling;
        }
    }

    /**
     * Asks, in time: on a thread of its own, because the client's time-outs are whole seconds and strike only when not a byte
     * comes.
     *
     * @throws TimeoutException when the time is up; the call is interrupted then
     * @throws QuietException without asking, where the server has said to come back later
     * @throws CircuitBreakerOpenException without asking, where it failed too often
     * @throws RuntimeException what the client threw last
     */
    ChatResponse chat(ChatRequest request) throws TimeoutException {
        long start = nanos.getAsLong();
        if (start - quietUntil < 0) {
            throw new QuietException();
        }
        FutureTask<ChatResponse> call = new FutureTask<>(() -> guard.call(() -> attempt(request, start)));
        Thread.ofVirtual().name("language-model").start(call);
        try {
            return call.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw switch (e.getCause()) {
                case Failed failed -> failed.problem;
                case RuntimeException problem -> problem;
                case Throwable problem -> new IllegalStateException(problem);
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a language model was asked", e);
        } finally {
            call.cancel(true);
        }
    }

    private ChatResponse attempt(ChatRequest request, long start) {
        try {
            return model.chat(request);
        } catch (RuntimeException e) {
            Optional<Duration> after = after(e);
            after.ifPresent(wait -> quietUntil = nanos.getAsLong() + wait.toNanos());
            Duration left = timeout.minusNanos(nanos.getAsLong() - start);
            boolean fits = left.compareTo(after.orElse(FIRST_PAUSE)) > 0;
            throw new Failed(e, fits && isPassing(e), after);
        }
    }

    private static Optional<Duration> after(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof BusyException busy) {
                return Optional.of(busy.after());
            }
        }
        return Optional.empty();
    }

    /** Whether the same request may well be answered a little later. */
    private static boolean isPassing(RuntimeException problem) {
        if (problem instanceof NonRetriableException || problem instanceof ContentFilteredException) {
            return false;
        }
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpException http) {
                return http.statusCode() >= 500 || http.statusCode() == 429 || http.statusCode() == 408;
            }
        }
        return true;
    }

    /** Whether it speaks against the server as a whole; what it filters, or asks to wait for, does not. */
    private static boolean isTheServers(RuntimeException problem) {
        return !(problem instanceof ContentFilteredException || problem instanceof RateLimitException);
    }

    LanguageState state() {
        if (breaker == CircuitBreakerState.OPEN) {
            return LanguageState.PAUSED;
        }
        return nanos.getAsLong() - quietUntil < 0 ? LanguageState.TOLD_TO_WAIT : LanguageState.READY;
    }
}
