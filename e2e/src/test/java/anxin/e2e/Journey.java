package anxin.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a journey its people, each with a browser profile of their own. A journey that fails leaves
 * a picture of every page in {@code e2e/target}.
 */
final class Journey implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

    private static final List<String> FLAGS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--disable-dev-shm-usage");

    /** How long a busy build machine may take; a person would have seen it long before. */
    private static final double PATIENCE_MILLIS = 60_000;

    private static final ExtensionContext.Namespace HERE =
            ExtensionContext.Namespace.create(Journey.class);

    /** One server and one browser for all journeys; closed with the last of them. */
    record House(RunningAnxin anxin, Playwright playwright, Browser browser)
            implements AutoCloseable {

        static House open() {
            try {
                PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
                var anxin = new RunningAnxin();
                var playwright = Playwright.create();
                var options =
                        new BrowserType.LaunchOptions()
                                .setExecutablePath(chromium())
                                .setArgs(FLAGS);
                return new House(anxin, playwright, playwright.chromium().launch(options));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() throws Exception {
            browser.close();
            playwright.close();
            anxin.close();
        }
    }

    /** Everybody who takes part in one journey. */
    static final class People {

        private final House house;
        private final Map<String, Page> pages = new LinkedHashMap<>();

        private People(House house) {
            this.house = house;
        }

        RunningAnxin anxin() {
            return house.anxin();
        }

        /** Somebody at a desk, reading Chinese. */
        Page atDesk(String name) {
            return someone(name, new Browser.NewContextOptions().setViewportSize(1440, 900));
        }

        /** Somebody with a phone, reading Chinese. */
        Page withPhone(String name) {
            return someone(
                    name,
                    new Browser.NewContextOptions()
                            .setViewportSize(390, 844)
                            .setHasTouch(true)
                            .setIsMobile(true));
        }

        private Page someone(String name, Browser.NewContextOptions options) {
            BrowserContext context =
                    house.browser()
                            .newContext(
                                    options.setLocale("zh-CN")
                                            .setReducedMotion(ReducedMotion.REDUCE)
                                            .setTimezoneId("Asia/Shanghai")
                                            .setBaseURL(house.anxin().address()));
            context.setDefaultTimeout(PATIENCE_MILLIS);
            var page = context.newPage();
            pages.put(name, page);
            return page;
        }
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        test.getStore(HERE).put("people", new People(house(test)));
    }

    private static House house(ExtensionContext test) {
        return test.getRoot()
                .getStore(HERE)
                .computeIfAbsent("house", key -> House.open(), House.class);
    }

    @Override
    public void afterEach(ExtensionContext test) throws IOException {
        var people = test.getStore(HERE).get("people", People.class);
        for (var page : people.pages.entrySet()) {
            if (test.getExecutionException().isPresent()) {
                var name = test.getRequiredTestMethod().getName() + "-" + page.getKey() + ".png";
                page.getValue()
                        .screenshot(
                                new Page.ScreenshotOptions()
                                        .setPath(Path.of("target", "failed", name)));
            }
            page.getValue().context().close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == People.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getStore(HERE).get("people", People.class);
    }

    private static Path chromium() {
        var chosen = System.getenv("CHROMIUM");
        if (chosen != null) {
            return Path.of(chosen);
        }
        var folders = System.getenv("PATH").split(":");
        return Stream.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
                .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "Chromium is missing: apt-get install chromium, or set CHROMIUM to its path"));
    }

    /**
     * No serious or critical finding of axe on the page as it stands when nothing moves any more.
     */
    static void assertAccessible(Page page) throws IOException {
        var axe = Files.readString(Path.of("../web/node_modules/axe-core/axe.min.js"));
        page.evaluate("code => { if (!window.axe) (0, eval)(code) }", axe);
        var findings =
                (List<?>)
                        page.evaluate(
                                """
                                async () => {
                                  const ends = (one) => one.effect?.getComputedTiming().iterations !== Infinity;
                                  await Promise.all(document.getAnimations().filter(ends).map((one) => one.finished.catch(() => {})));
                                  const result = await axe.run(document, { resultTypes: ["violations"] });
                                  return result.violations
                                    .filter((v) => v.impact === "serious" || v.impact === "critical")
                                    .map((v) => v.id + ": " + v.help + " at "
                                      + v.nodes.slice(0, 5).map((n) => n.target.join(" ")).join(", "));
                                }
                                """);
        assertEquals(List.of(), new ArrayList<>(findings), "on " + page.url());
    }
}
