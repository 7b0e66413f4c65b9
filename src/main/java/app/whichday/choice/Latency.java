package app.whichday.choice;

import java.time.Duration;

/** How long things took. */
final class Latency {
    private Latency() {}

    /**
     * By nearest rank; zero for none.
     *
     * @param millis ascending
     * @param share 0 to 1
     */
    static Duration percentile(long[] millis, double share) {
        if (millis.length == 0) {
            return Duration.ZERO;
        }
        int rank = (int) Math.ceil(share * millis.length);
        return Duration.ofMillis(millis[Math.max(0, rank - 1)]);
    }
}
