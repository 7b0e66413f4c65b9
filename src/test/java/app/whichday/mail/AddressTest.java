package app.whichday.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @Test
    void colleaguesShareAHouse() {
        assertThat(new Address("Ana", "ana@choir.example").house()).hasValue("choir.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ana@gmail.com", "ana@gmx.de", "ana", "ana@", ""})
    void aProvidersUsersAndThoseWithoutADomainShareNone(String email) {
        assertThat(new Address("Ana", email).house()).isEmpty();
    }
}
