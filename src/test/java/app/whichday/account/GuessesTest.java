package app.whichday.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class GuessesTest {
    private final Ticking clock = new Ticking();
    private final Guesses guesses = new Guesses(clock);

    @Test
    void tenWrongOnesWithinAMinuteAreEnough() {
        for (int i = 0; i < Guesses.PER_MINUTE; i++) {
            assertThat(guesses.mayTry()).isTrue();
        }
        assertThat(guesses.mayTry()).isFalse();
    }

    @Test
    void aMinuteLaterOneMayTryAgain() {
        for (int i = 0; i <= Guesses.PER_MINUTE; i++) {
            guesses.mayTry();
        }
        clock.now = clock.now.plusSeconds(59);
        assertThat(guesses.mayTry()).isFalse();
        clock.now = clock.now.plusSeconds(1);
        assertThat(guesses.mayTry()).isTrue();
    }

    @Test
    void rightOnesDontCount() {
        for (int i = 0; i < 100; i++) {
            assertThat(guesses.mayTry()).isTrue();
            guesses.right();
        }
    }

    /** Stands still until told. */
    static final class Ticking extends Clock {
        Instant now = Instant.parse("2025-11-05T08:30:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
