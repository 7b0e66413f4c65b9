package app.whichday.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HomeZoneTest {
    @TempDir
    Path etc;

    private String found(Map<String, String> environment) {
        HomeZone home = HomeZone.find(environment, etc);
        return home.zone() + " from " + home.from();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", ":Europe/Berlin", " Europe/Berlin "})
    void theEnvironmentComesFirst(String tz) throws IOException {
        Files.writeString(etc.resolve("timezone"), "Asia/Tokyo\n");
        assertThat(found(Map.of("TZ", tz))).isEqualTo("Europe/Berlin from TZ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CET-1CEST,M3.5.0,M10.5.0/3", "Mars"})
    void whatNamesNoPlaceIsPassedOver(String tz) throws IOException {
        Files.writeString(etc.resolve("timezone"), "Asia/Tokyo\n");
        assertThat(found(Map.of("TZ", tz))).isEqualTo("Asia/Tokyo from " + etc.resolve("timezone"));
    }

    @Test
    void theLinkToTheZonesDataTellsItsName() throws IOException {
        Files.createSymbolicLink(etc.resolve("localtime"), Path.of("zoneinfo/America/Argentina/Salta"));
        assertThat(found(Map.of())).isEqualTo("America/Argentina/Salta from " + etc.resolve("localtime"));
    }

    @Test
    void aMachineThatKnowsNoneLivesInUtcAndSaysSo() {
        HomeZone home = HomeZone.find(Map.of(), etc);
        assertThat(home.isFound()).isFalse();
        assertThat(home.zone()).hasToString("UTC");
    }
}
