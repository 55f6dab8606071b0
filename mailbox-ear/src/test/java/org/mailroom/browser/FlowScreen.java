package org.mailroom.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;

/** The designer of one flow; figures are named by their identifiers in the diagram. */
final class FlowScreen extends Screen {

  FlowScreen(Page page) {
    super(page, "New flow");
    assertThat(page.locator(".bjs-powered-by")).isVisible();
    assertThat(shape("start")).isVisible();
  }

  FlowScreen name(String name) {
    tab("Flow Data");
    fields().fill("Name", name);
    return this;
  }

  FlowScreen diagram() {
    tab("Diagram");
    return this;
  }

  private void tab(String name) {
    page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name).setExact(true)).click();
  }

  /** Takes the figure for an e-mail from the palette, puts it below another and opens it. */
  EmailDialog emailBelow(String other) {
    BoundingBox box = shape(other).boundingBox();
    fields().press("Send message - email");
    clickAt(box.x + box.width / 2, box.y + box.height * 2);
    assertThat(page.locator("#canvas .djs-shape.selected")).isVisible();
    assertThat(shape(other).and(page.locator(".selected"))).hasCount(0);
    return edit();
  }

  /** Opens what an e-mail figure says. */
  EmailDialog edit(String email) {
    select(email);
    return edit();
  }

  private EmailDialog edit() {
    pad("Edit");
    return new EmailDialog(page);
  }

  FlowScreen connect(String from, String to) {
    select(from);
    pad("Connect");
    BoundingBox box = shape(to).boundingBox();
    clickAt(box.x + box.width / 2, box.y + box.height / 2);
    return this;
  }

  FlowScreen disconnect(String connection) {
    select(connection);
    pad("Delete");
    assertThat(shape(connection)).hasCount(0);
    return this;
  }

  /** Saves the flow as a new version. */
  void saveAs(String name, int version) {
    page.locator("#save").click();
    says("“" + name + "” is saved as version " + version);
  }

  private void select(String id) {
    BoundingBox canvas = page.locator("#canvas").boundingBox();
    page.mouse().click(canvas.x + canvas.width - 30, canvas.y + 30);
    BoundingBox box = shape(id).boundingBox();
    clickAt(box.x + box.width / 2, box.y + box.height / 2);
  }

  /** In steps, as a hand moves: the diagram looks at what is under the pointer. */
  private void clickAt(double x, double y) {
    page.mouse().move(x - 8, y - 8);
    page.mouse().move(x, y, new Mouse.MoveOptions().setSteps(4));
    page.mouse().click(x, y);
  }

  private void pad(String action) {
    page.locator(".djs-context-pad")
        .getByTitle(action, new Locator.GetByTitleOptions().setExact(true))
        .click();
  }

  private Locator shape(String id) {
    return page.locator("#canvas [data-element-id='" + id + "']:not(.djs-label)");
  }
}
