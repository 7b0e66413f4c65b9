package app.whichday.web;

import app.whichday.account.OneTimeLink;
import app.whichday.triage.MailTriage;
import app.whichday.tuning.Lessons;
import app.whichday.tuning.Retraining;
import app.whichday.tuning.Taught;
import app.whichday.when.Sighting;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Pictures of the pages, when asked for: {@code ./mvnw test -Dtest=ScreenshotTest -Dwhichday.screenshots=/tmp/pictures}. */
@QuarkusTest
@TestProfile(OnFakes.class)
@RequiresChromium
@EnabledIfSystemProperty(named = "whichday.screenshots", matches = ".+")
class ScreenshotTest {
    @TestHTTPResource("/")
    String home;

    @Inject
    Fakes fakes;

    @Inject
    OneTimeLink link;

    @Inject
    Lessons lessons;

    @Inject
    Retraining retraining;

    @Inject
    Clock clock;

    @Test
    void pictures() throws IOException {
        Path folder = Files.createDirectories(Path.of(System.getProperty("whichday.screenshots")));
        fakes.reset();
        Taught.until(clock.instant(), lessons);
        retraining.train(MailTriage.CATEGORY);
        retraining.train(Sighting.READING);
        try (Browser browser = Browser.open(home)) {
            for (boolean dark : List.of(false, true)) {
                for (int width : List.of(390, 1280)) {
                    Page page = browser.signedIn(width, width < 600 ? 844 : 900, dark, link.path());
                    for (String path :
                            List.of("", "mail?lane=meeting", "mail/2", "agenda", "models", "learning", "settings")) {
                        page.navigate("/" + path);
                        String name = (path.isEmpty() ? "inbox" : path.replaceAll("[^a-z0-9]+", "-"))
                                + (dark ? "-dark-" : "-light-") + width + ".png";
                        page.screenshot(new Page.ScreenshotOptions()
                                .setPath(folder.resolve(name))
                                .setFullPage(true));
                    }
                    forgetting(page, folder, (dark ? "-dark-" : "-light-") + width + ".png");
                }
            }
        }
        hold(folder);
    }

    /** The three steps, and what is refused. */
    private static void forgetting(Page page, Path folder, String ending) {
        page.navigate("/forget");
        shoot(page, folder.resolve("forget" + ending));
        for (String whom : List.of("gmail.com", "nora@larkspur.example")) {
            page.getByLabel("Address or domain").fill(whom);
            page.getByText("See what there is").click();
            shoot(page, folder.resolve("forget-" + (whom.contains("@") ? "counts" : "refused") + ending));
        }
        page.getByText("Delete for good").click();
        shoot(page, folder.resolve("forget-done" + ending));
    }

    private static void shoot(Page page, Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    /** Keeps the pages open for a look around while a file named "hold" lies in the folder. */
    private void hold(Path folder) throws IOException {
        Files.writeString(folder.resolve("open"), home.replaceAll("/$", "") + link.path() + "\n");
        while (Files.exists(folder.resolve("hold"))) {
            try {
                Thread.sleep(1000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
