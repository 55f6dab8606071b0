package org.mailroom.transfer;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mailroom.template.TemplateView;
import org.mailroom.template.Templates;
import org.mailroom.transfer.model.Item;
import org.mailroom.transfer.model.Kind;
import org.mailroom.transfer.model.Stated;

/** E-mail templates, known by their identifiers. */
@Dependent
class TemplateItems implements Items {
  @EJB Templates templates;

  @Override
  public Kind kind() {
    return Kind.TEMPLATE;
  }

  @Override
  public List<Item> read(MailboxNames mailboxes) {
    return templates.list().stream()
        .sorted(Comparator.comparing(TemplateView::identifier))
        .map(TemplateItems::item)
        .toList();
  }

  private static Item item(TemplateView template) {
    return Item.of(
        Kind.TEMPLATE,
        Map.of(
            "identifier", template.identifier(),
            "title", template.title(),
            "active", template.active(),
            "html", template.html()),
        0);
  }

  @Override
  public void write(Stated stated, Writing writing) {
    Item item = stated.item();
    templates.save(
        new TemplateView(
            item.name(),
            Objects.requireNonNullElse(item.text("title"), ""),
            Objects.requireNonNullElse(item.text("html"), ""),
            !Boolean.FALSE.equals(item.flag("active"))));
  }
}
