package org.mailroom.console.marked;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.mailroom.console.Notices;
import org.mailroom.console.PageModel;
import org.mailroom.marked.MarkedAddress;
import org.mailroom.marked.MarkedAddresses;

/** The list of the addresses that returned mail for good. */
@Named
@ViewScoped
public class MarkedListPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject MarkedAddresses marked;
  @Inject Notices notices;

  private final PageModel<MarkedAddress> rows =
      new PageModel<>(slice -> marked.list(getText(), slice));
  private String text;

  public void unmark(MarkedAddress address) {
    marked.unmark(address.address());
    notices.done("marked.unmarked");
  }

  public PageModel<MarkedAddress> getRows() {
    return rows;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }
}
