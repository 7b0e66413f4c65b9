package app.whichday.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.whichday.account.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhomTest {
    private static final Whom ANN = Whom.of("ann@x.example");
    private static final Whom HOUSE = Whom.of("x.example");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann@x.example",
                "Write to ANN@X.Example.",
                "<ann@x.example>",
                "mailto:ann@x.example?subject=hello",
                "'ann@x.example' wrote:",
                "or...ann@x.example...",
                "-ann@x.example",
                "_ann@x.example_",
                "joann@x.example, ann@x.example",
                "ann@x.example--",
                "„ann@x.example“",
            })
    void anAddressIsNamed(String text) {
        assertThat(ANN.isNamedIn(text)).isTrue();
        assertThat(HOUSE.isNamedIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ann",
                "joann@x.example",
                "jo.ann@x.example",
                "jo_ann@x.example",
                "jo-ann@x.example",
                "jöann@x.example",
                "éann@x.example",
                "ann@x.example.org",
                "ann@x.example-shop.org",
                "ann@x.examples",
                "ann@mail.x.example",
                "ann@x,example",
            })
    void anotherAddressIsNot(String text) {
        assertThat(ANN.isNamedIn(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ben@x.example", "ben@mail.x.example", "<1234@a-b.c.X.EXAMPLE>", "jöann@x.example"})
    void aDomainIsEverybodyThereAndBelow(String text) {
        assertThat(HOUSE.isNamedIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ben@fox.example",
                "ben@f-x.example",
                "ben@x.example.org",
                "https://www.x.example/",
                "x.example",
                "we at x.example",
                "ben@y.example www.x.example",
            })
    void anotherDomainAndAMereLinkAreNot(String text) {
        assertThat(HOUSE.isNamedIn(text)).isFalse();
    }

    @Test
    void whatIsEnteredMayHaveCapitalsSpacesAndAnAt() {
        assertThat(Whom.of(" Ann@X.Example ")).isEqualTo(ANN);
        assertThat(Whom.of("@x.example")).isEqualTo(HOUSE);
        assertThat(Whom.of("o'neil+list@bücher.example").isDomain()).isFalse();
        assertThat(HOUSE.isDomain()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "ann", "ann@", "@", "ann@x", "com", "ann x.example", "a@b@x.example", "x..example", "%"
            })
    void whatIsNeitherIsRefusedInOneSentence(String entered) {
        assertThatThrownBy(() -> Whom.of(entered)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.field()).isEqualTo("whom");
            assertThat(refused).hasMessageContaining("ann@example.org").hasMessageContaining("example.org.");
        });
    }

    @Test
    void aMailProviderIsNobody() {
        assertThatThrownBy(() -> Whom.of("gmail.com"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("“gmail.com” is a mail provider")
                .hasMessageContaining("the address of the one that you mean");
        assertThat(Whom.of("ann@gmail.com").isDomain()).isFalse();
    }

    @Test
    void hugeTextTakesLinearTime() {
        String text = "a.".repeat(500_000) + ".x.example".repeat(100_000) + "ann@x.example-x" + "-".repeat(500_000);
        assertThat(HOUSE.isNamedIn(text)).isFalse();
        assertThat(ANN.isNamedIn(text)).isFalse();
    }
}
