package app.whichday.web;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A real browser, without a window, on the running application. It collects what a page complains about: uncaught errors in
 * scripts and violations of the Content-Security-Policy.
 */
public final class Browser implements AutoCloseable {
    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final String home;
    private final List<String> complaints = new ArrayList<>();

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium, String home) {
        this.playwright = playwright;
        this.chromium = chromium;
        this.home = home;
    }

    /** @param home the application's address, "http://localhost:8081" */
    public static Browser open(String home) {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        com.microsoft.playwright.Browser chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(
                                RequiresChromium.Condition.executable().orElseThrow())
                        // Root may not use the sandbox; the pages are our own.
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run",
                                "--disable-dev-shm-usage")));
        return new Browser(playwright, chromium, home);
    }

    /** A page of its own, with its own cookies. */
    public Page page(int width, int height, boolean dark) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(home)
                .setViewportSize(width, height)
                .setHasTouch(width < 600)
                .setIsMobile(width < 600)
                .setDeviceScaleFactor(2)
                .setTimezoneId("Europe/Berlin")
                .setLocale("en-GB")
                .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT));
        context.setDefaultTimeout(15_000);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    /** A page that is signed in by the link. */
    public Page signedIn(int width, int height, boolean dark, String link) {
        Page page = page(width, height, dark);
        page.navigate(link);
        page.getByRole(
                        com.microsoft.playwright.options.AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Open Whichday"))
                .click();
        page.waitForURL("**/");
        return page;
    }

    /** What pages have complained about since the last call. */
    public List<String> complaints() {
        List<String> since = List.copyOf(complaints);
        complaints.clear();
        return since;
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
