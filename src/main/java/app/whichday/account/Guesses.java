package app.whichday.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How many passwords were tried of late. After {@value #PER_MINUTE} wrong ones within a minute no further one is looked at
 * until the first of them is a minute old: at that pace even a short password outlives the guesser. Who is signed in stays so.
 */
final class Guesses {
    static final int PER_MINUTE = 10;

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Deque<Instant> wrong = new ArrayDeque<>();
    private final Clock clock;

    Guesses(Clock clock) {
        this.clock = clock;
    }

    /** Takes a try as wrong until {@link #right} is called; false when there were too many. */
    synchronized boolean mayTry() {
        Instant now = clock.instant();
        while (!wrong.isEmpty() && !wrong.peekFirst().plus(WINDOW).isAfter(now)) {
            wrong.removeFirst();
        }
        if (wrong.size() >= PER_MINUTE) {
            return false;
        }
        wrong.addLast(now);
        return true;
    }

    /** The last try was right after all. */
    synchronized void right() {
        wrong.pollLast();
    }
}
