package app.whichday.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.whichday.account.OneTimeLink;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages as a person uses them. */
@QuarkusTest
@TestProfile(OnFakes.class)
@RequiresChromium
class InBrowserTest {
    private static Browser browser;

    @TestHTTPResource("/")
    String home;

    @Inject
    Fakes fakes;

    @Inject
    OneTimeLink link;

    @BeforeEach
    void asItWas() {
        fakes.reset();
        if (browser == null) {
            browser = Browser.open(home);
        }
    }

    @AfterEach
    void nothingToComplainAbout() {
        assertThat(browser.complaints()).isEmpty();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    private Page open(int width, int height, boolean dark) {
        return browser.signedIn(width, height, dark, link.path());
    }

    @Test
    void theLinkLetsInOnceAndSaysSoTheSecondTime() {
        String path = link.path();
        Page first = browser.signedIn(1280, 800, false, path);
        assertThat(first.locator("#cards [data-card]")).hasCount(5);

        Page second = browser.page(1280, 800, false);
        second.navigate(path);
        second.getByText("Open Whichday").click();
        assertThat(second.getByRole(com.microsoft.playwright.options.AriaRole.ALERT))
                .containsText("That didn't work");
    }

    @Test
    void keysGoFromCardToCardAndDecide() {
        Page page = open(1280, 900, false);
        page.keyboard().press("j");
        page.keyboard().press("j");
        Locator second = page.locator("#cards [data-card]").nth(1);
        assertThat(second).isFocused();
        String id = second.getAttribute("id");
        page.keyboard().press("c");
        assertThat(page.locator("#" + id)).hasClass(Pattern.compile("done"));
        assertThat(page.locator("#said")).containsText("Added to the calendar");
        assertThat(page.locator("#waiting")).containsText("4");
        // The focus has gone on, so that the next key works.
        assertThat(page.locator("#cards [data-card]").nth(1)).isFocused();

        page.keyboard().press("u");
        assertThat(page.locator("#" + id)).hasClass(Pattern.compile("card"));
        assertThat(page.locator("#waiting")).containsText("5");
    }

    @Test
    void aQuestionIsAnsweredByOneClick() {
        Page page = open(1280, 900, false);
        Locator asking = page.locator(".asking");
        assertThat(asking.locator(".question")).hasText("Which Friday?");
        asking.locator(".choice").nth(1).click();
        assertThat(page.locator("#proposal-1")).containsText("Friday 7 November 2025");
    }

    @Test
    void aNewProposalAppearsByItselfAndLeavesAnOpenFormAlone() {
        Page page = open(1280, 900, false);
        Locator card = page.locator("#proposal-2");
        card.getByText("Another day").click();
        card.locator("input[name=date]").fill("2025-12-01");
        fakes.arrive();
        assertThat(page.locator("#proposal-6")).containsText("Coffee with Zoe");
        assertThat(page.locator("#waiting")).containsText("6");
        assertThat(card.locator("input[name=date]")).hasValue("2025-12-01");
        // It is the earliest, so it stands first.
        assertThat(page.locator("#cards [data-card]").first()).hasId("proposal-6");
    }

    @Test
    void aCardThatWasDecidedElsewhereSaysSo() {
        Page page = open(1280, 900, false);
        page.route("**/live", route -> route.abort());
        Page other = open(1280, 900, false);
        page.evaluate("document.querySelector('[sse-connect]')?.remove()");
        other.locator("#proposal-2").getByText("Confirm").click();
        assertThat(other.locator("#proposal-2")).hasClass(Pattern.compile("done"));
        page.locator("#proposal-2").getByText("Confirm").click();
        assertThat(page.locator("#proposal-2")).containsText("changed in another window");
    }

    @Test
    void theWholeMailOpensInPlace() {
        Page page = open(1280, 900, false);
        page.locator("#proposal-2 .more").click();
        assertThat(page.locator("#proposal-2 .block-quoted summary")).containsText("Quoted from Alice Winter");
        assertThat(page.locator("#proposal-2 mark.evidence")).hasText("tomorrow at 3pm");
    }

    @Test
    void nothingIsWiderThanAPhone() {
        Page page = open(360, 740, false);
        for (String path : List.of("/", "/mail", "/mail/2", "/agenda", "/settings", "/forget")) {
            page.navigate(path);
            // What can be unfolded is unfolded.
            page.evaluate(
                    "document.querySelectorAll('details').forEach(each => { each.name = ''; each.open = true; })");
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as(path)
                    .isLessThanOrEqualTo(360);
        }
    }

    @Test
    void textCanBeReadInTheLightAndInTheDark() {
        for (boolean dark : List.of(false, true)) {
            Page page = open(1280, 900, dark);
            for (String selector : List.of(
                    ".card h2",
                    ".card .verb",
                    ".facts",
                    ".passage .from",
                    "mark.evidence",
                    "button.primary",
                    ".question",
                    ".clash",
                    ".why")) {
                double contrast = ((Number) page.locator(selector).first().evaluate(CONTRAST)).doubleValue();
                assertThat(contrast)
                        .as(selector + (dark ? " in the dark" : " in the light"))
                        .isGreaterThanOrEqualTo(4.5);
            }
        }
    }

    /** WCAG 2.2, 1.4.3: of an element's colour on the nearest background that is painted. */
    private static final String CONTRAST = """
            element => {
              const rgb = text => text.match(/[\\d.]+/g).map(Number);
              const light = ([r, g, b]) => [r, g, b]
                .map(c => c / 255)
                .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
                .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
              let behind = element;
              while (rgb(getComputedStyle(behind).backgroundColor)[3] === 0) behind = behind.parentElement;
              const [a, b] = [getComputedStyle(element).color, getComputedStyle(behind).backgroundColor].map(rgb).map(light);
              return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
            }""";

    @Test
    void everythingWorksWithoutScripts() {
        Page page = open(1280, 900, false);
        page.route("**/*.js*", route -> route.abort());
        page.reload();
        page.locator("#proposal-2").getByText("Confirm").click();
        page.waitForURL("**/#proposal-2");
        // The address names the decided proposal, so the browser unfolds the list that it is in.
        page.locator(".decided #proposal-2").getByText("Undo").click();
        assertThat(page.locator("#cards #proposal-2")).hasClass(Pattern.compile("card"));
    }
}
