package org.mailroom.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The system's Chromium with one fresh page for each test. A test fails if a script of a page
 * throws or the server answers 500 or more on the way; what the page showed then is kept in {@code
 * target/screenshots}.
 *
 * <p>Where there is no Chromium its tests are skipped, unless {@code mailroom.browser} is {@code
 * required}.
 */
final class Chromium
    implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
  private static final System.Logger LOG = System.getLogger(Chromium.class.getName());
  private static final String MISSING =
      "No Chromium on the PATH: browser tests skipped; install chromium";
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  /** With what never comes; a slow machine takes half a minute for some pages. */
  static final double PATIENCE = 120_000;

  // a notice goes after seven seconds, in which a slow machine may not look
  private static final String KEEP_NOTICES =
      """
      (() => {
        const notices = new Map();
        const look = () => document.querySelectorAll('.ui-growl-item-container').forEach(item => {
          if (!notices.has(item) && item.checkVisibility()) {
            notices.set(item, item.textContent.replace(/\\s+/g, ' ').toLowerCase());
          }
        });
        new MutationObserver(look)
            .observe(document, {subtree: true, childList: true, attributes: true});
        window.mailroomHears = words => {
          const heard = [...notices].find(([, said]) => said.includes(words.toLowerCase()));
          if (heard) {
            notices.set(heard[0], '');
          }
          return Boolean(heard);
        };
      })();
      """;

  private static final Path FAILURES = Path.of("target", "screenshots");

  private final List<String> troubles = new CopyOnWriteArrayList<>();
  private Playwright playwright;
  private Browser browser;
  private BrowserContext visit;
  private Page page;

  Page page() {
    return page;
  }

  /** Keeps what the page shows in the folder {@code mailroom.screenshots}, if there is one. */
  void picture(String name) {
    Optional.ofNullable(System.getProperty("mailroom.screenshots"))
        .ifPresent(folder -> shoot(Path.of(folder, name + ".png"), false));
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    Path chromium = executable().orElseGet(Chromium::none);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setTimeout(PATIENCE)
                    .setExecutablePath(chromium)
                    .setArgs(
                        List.of(
                            "--no-sandbox", "--disable-gpu", "--disable-background-networking")));
  }

  private static Optional<Path> executable() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Path none() {
    if (System.getProperty("mailroom.browser", "").equals("required")) {
      return fail("No Chromium on the PATH, and the browser tests are required; install chromium");
    }
    LOG.log(System.Logger.Level.WARNING, MISSING);
    return abort(MISSING);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    visit = visit();
    page = visit.newPage();
  }

  /** A visit of somebody else, to be closed by who asks for it. */
  BrowserContext visit() {
    BrowserContext begun =
        browser.newContext(
            new Browser.NewContextOptions().setLocale("en-US").setViewportSize(1280, 860));
    begun.setDefaultTimeout(PATIENCE);
    begun.addInitScript(KEEP_NOTICES);
    begun.onWebError(error -> troubles.add(error.error()));
    begun.onResponse(this::answered);
    return begun;
  }

  private void answered(Response response) {
    if (response.status() >= 500) {
      troubles.add(response.status() + " from " + response.url());
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    context
        .getExecutionException()
        .ifPresent(
            failure ->
                shoot(FAILURES.resolve(context.getRequiredTestMethod().getName() + ".png"), true));
    visit.close();
    List<String> seen = List.copyOf(troubles);
    troubles.clear();
    assertThat(seen).as("errors of scripts and of the server").isEmpty();
  }

  private void shoot(Path file, boolean whole) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(file)
            .setFullPage(whole)
            .setStyle(whole ? "" : ".ui-growl { display: none }"));
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (playwright != null) {
      playwright.close();
    }
  }
}
