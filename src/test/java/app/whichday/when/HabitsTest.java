package app.whichday.when;

import static org.assertj.core.api.Assertions.assertThat;

import app.whichday.choice.Features;
import app.whichday.choice.Option;
import app.whichday.mail.Address;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HabitsTest {
    /** Sent on Wednesday 5 November 2025, in the morning. */
    private static final Instant SENT = Instant.parse("2025-11-05T14:30:00Z");

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final Address ANA = new Address("Ana", "ana@choir.example");

    /** The habits that the readings of the text's first expression would show, by when they start. */
    private static Map<String, List<String>> habits(String text, Locale locale, Background background) {
        Sighting sighting = WhenReader.base()
                .sightings(text, new Anchor(SENT, ZONE, locale), background)
                .getFirst();
        Map<String, List<String>> habits = new TreeMap<>();
        for (Option<Reading> option : sighting.which().options()) {
            List<String> names = new ArrayList<>();
            Features features = option.features();
            for (int i = 0; i < features.size(); i++) {
                if (features.name(i).startsWith("person: ")) {
                    names.add(features.name(i).substring("person: ".length()));
                }
            }
            habits.put(String.valueOf(option.value().start()), names);
        }
        return habits;
    }

    @Test
    void nextFridayShowsWhichFridayTheWriterCallsNext() {
        assertThat(habits("See you next Friday.", Locale.US, Background.by(ANA)))
                .containsEntry("2025-11-14T00:00", List.of("next-weekday=next"))
                .containsEntry("2025-11-07T00:00", List.of("next-weekday=ahead"));
    }

    @Test
    void figuresShowTheOrderWhateverTheReadersIs() {
        for (Locale locale : List.of(Locale.US, Locale.UK)) {
            assertThat(habits("Is 4/12 possible?", locale, Background.by(ANA)))
                    .containsEntry("2025-12-04T00:00", List.of("figures=day-first", "figures-of=year"))
                    .containsEntry("2025-04-12T00:00", List.of("figures=month-first", "figures-of=year"));
        }
    }

    @Test
    void anHourShowsWhichHalfOfTheDayTheWriterMeans() {
        assertThat(habits("Call me tomorrow at 7", Locale.US, Background.by(ANA)))
                .containsKeys("2025-11-06T07:00", "2025-11-06T19:00")
                .extractingByKey("2025-11-06T19:00", org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .contains("hour 7=pm", "half-of-day=other");
    }

    @Test
    void whereNobodyIsKnownToWriteNoHabitShows() {
        for (Background background : List.of(Background.NONE, Background.by(new Address("Ana", "")))) {
            assertThat(habits("See you next Friday.", Locale.US, background).values())
                    .allSatisfy(names -> assertThat(names).isEmpty());
        }
    }

    @Test
    void theShippedModelReadsAStrangersTextAsIfNobodyHadWrittenIt() {
        WhenReader reader = WhenReader.base();
        String text = "Could we meet next Friday at 7, or on 4/12?";
        Anchor anchor = new Anchor(SENT, ZONE, Locale.US);
        List<LocalDate> anonymous = days(reader.read(text, anchor, Background.NONE));
        assertThat(days(reader.read(text, anchor, Background.by(ANA)))).isEqualTo(anonymous);
    }

    private static List<LocalDate> days(List<Expression> expressions) {
        return expressions.stream()
                .map(expression -> expression.ranking().best().value().day())
                .toList();
    }
}
