package org.mailroom.console.transfer;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.mailroom.console.Downloads;
import org.mailroom.console.Notices;
import org.mailroom.failure.Problem;
import org.mailroom.transfer.ConfigurationMoved;
import org.mailroom.transfer.InvalidConfiguration;
import org.mailroom.transfer.Transfer;
import org.mailroom.transfer.TransferReport;
import org.mailroom.transfer.TransferReport.Change;
import org.mailroom.vault.Secret;
import org.primefaces.model.StreamedContent;

/** Export to a file; import of one: first what it would change, then the change itself. */
@Named
@ViewScoped
public class TransferPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MAX_BYTES = 16 * 1024 * 1024;
  private static final String FILE = "mailroom.yaml";

  @Inject Transfer transfer;
  @Inject Notices notices;

  private transient Part file;
  private transient TransferReport report;
  private transient List<Problem> problems = List.of();
  private String fileName;
  private String document;
  private String previewed;
  private String passphrase;
  private String exportPassphrase;

  public StreamedContent export() {
    return Downloads.text(FILE, transfer.export());
  }

  public StreamedContent exportSealed() {
    return Downloads.text(FILE, transfer.exportSealed(Secret.of(exportPassphrase)));
  }

  /** Reads the file that was chosen, and shows what it would change. */
  public void preview() throws IOException {
    document = null;
    report = null;
    problems = List.of();
    if (file == null || file.getSize() == 0) {
      notices.refuse("transfer.noFile");
    } else if (file.getSize() > MAX_BYTES) {
      notices.refuse("transfer.tooLarge");
    } else {
      fileName = file.getSubmittedFileName();
      document = text(file);
      show(() -> transfer.preview(document, secret()));
    }
  }

  private static String text(Part part) throws IOException {
    try (InputStream content = part.getInputStream()) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Applies what was shown, and nothing else: if that has changed since, it is shown anew. */
  public void apply() {
    show(() -> transfer.apply(document, secret(), Optional.of(previewed)));
    if (report != null && report.applied()) {
      notices.done("transfer.applied", report.added(), report.changed());
      document = null;
      passphrase = null;
    }
  }

  private void show(Run run) {
    report = null;
    problems = List.of();
    try {
      shown(run.run());
    } catch (ConfigurationMoved moved) {
      shown(moved.now());
      notices.warn("transfer.moved");
    } catch (InvalidConfiguration invalid) {
      problems = invalid.problems();
      document = null;
    }
  }

  private void shown(TransferReport now) {
    report = now;
    previewed = now.fingerprint();
  }

  /** A preview, or more. */
  private interface Run {
    TransferReport run();
  }

  private Optional<Secret> secret() {
    return Optional.ofNullable(passphrase).filter(text -> !text.isEmpty()).map(Secret::of);
  }

  /** Whether there is something to apply. */
  public boolean isPending() {
    return document != null && report != null && report.added() + report.changed() > 0;
  }

  public TransferReport getReport() {
    return report;
  }

  public List<ShownDifference> differences(Change change) {
    return change.fields().stream().map(ShownDifference::of).toList();
  }

  public List<Problem> getProblems() {
    return problems == null ? List.of() : problems;
  }

  public String getFileName() {
    return fileName;
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }

  public String getPassphrase() {
    return passphrase;
  }

  /** The page never shows what was typed, so an empty field leaves it as it is. */
  public void setPassphrase(String passphrase) {
    if (passphrase != null && !passphrase.isEmpty()) {
      this.passphrase = passphrase;
    }
  }

  public String getExportPassphrase() {
    return exportPassphrase;
  }

  public void setExportPassphrase(String exportPassphrase) {
    this.exportPassphrase = exportPassphrase;
  }
}
