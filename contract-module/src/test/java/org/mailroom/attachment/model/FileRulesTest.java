package org.mailroom.attachment.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailroom.attachment.FileRefusal;
import org.mailroom.attachment.tika.ContentTypes;
import org.mailroom.contract.FileLimits;
import org.mailroom.contract.WhenFileRefused;

/** The rules over real detection of types. */
class FileRulesTest {
  private static final byte[] PDF = "%PDF-1.4\n%more".getBytes(UTF_8);
  private static final byte[] TEXT = "Hello, printer.".getBytes(UTF_8);
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13};

  private static byte[] program() {
    byte[] program = Arrays.copyOf(new byte[] {'M', 'Z'}, 300);
    program[60] = 64;
    program[64] = 'P';
    program[65] = 'E';
    return program;
  }

  @Test
  void everything_is_taken_where_nothing_is_said() {
    assertThat(code("", "", "setup.exe", program())).isEmpty();
  }

  @Test
  void a_program_is_refused_under_any_name() {
    assertThat(code("", "executables", "setup.exe", program())).contains("FILE_TYPE_REFUSED");
    assertThat(code("", "executables", "invoice.pdf", program())).contains("FILE_TYPE_REFUSED");
    assertThat(code("", "exe", "invoice.pdf", program())).contains("FILE_TYPE_REFUSED");
    assertThat(code("", "executables", "run.pdf.js", TEXT)).contains("FILE_TYPE_REFUSED");
    assertThat(code("", "executables", "run.txt", "#!/bin/sh\nrm".getBytes(UTF_8)))
        .contains("FILE_TYPE_REFUSED");
    assertThat(code("", "executables", "invoice.pdf", PDF)).isEmpty();
  }

  @Test
  void a_refused_ending_refuses_its_content_under_another() {
    assertThat(code("", "pdf", "a.pdf", PDF)).contains("FILE_TYPE_REFUSED");
    assertThat(code("", "pdf", "a.dat", PDF)).contains("FILE_TYPE_REFUSED");
    assertThat(code("", "image/*", "a.png", PNG)).contains("FILE_TYPE_REFUSED");
    assertThat(code("", "def", "a.txt", TEXT)).isEmpty();
  }

  @Test
  void only_what_is_allowed_by_name_and_by_content_is_taken() {
    assertThat(code("pdf image/*", "", "a.pdf", PDF)).isEmpty();
    assertThat(code("pdf image/*", "", "a.png", PNG)).isEmpty();
    assertThat(code("pdf image/*", "", "photo", PNG)).isEmpty();
    assertThat(code("pdf", "", "a.pdf", program())).contains("FILE_TYPE_REFUSED");
    assertThat(code("pdf", "", "a.pdf", TEXT)).contains("FILE_TYPE_REFUSED");
    assertThat(code("pdf", "", "a.exe", PDF)).contains("FILE_TYPE_REFUSED");
    assertThat(code("pdf", "", "a.txt", TEXT)).contains("FILE_TYPE_REFUSED");
    assertThat(code("pdf", "pdf", "a.pdf", PDF)).contains("FILE_TYPE_REFUSED");
  }

  @Test
  void an_ending_that_nobody_knows_goes_by_itself() {
    assertThat(code("zzq", "", "a.zzq", TEXT)).isEmpty();
    assertThat(code("zzq", "", "a.zzq", program())).contains("FILE_TYPE_REFUSED");
  }

  @Test
  void a_file_and_all_files_have_a_largest_size() {
    FileRules rules = rules(2, 3, "", "");

    assertThat(rules.next("a", new byte[2048])).isEmpty();
    assertThat(rules.next("b", new byte[2049])).map(FileRefusal::code).contains("FILE_TOO_LARGE");
    assertThat(rules.next("c", new byte[1025])).map(FileRefusal::code).contains("FILES_TOO_LARGE");
    assertThat(rules.next("d", new byte[1024])).isEmpty();
  }

  private static Optional<String> code(
      String allowed, String refused, String name, byte[] content) {
    return rules(100, 100, allowed, refused).next(name, content).map(FileRefusal::code);
  }

  private static FileRules rules(int one, int all, String allowed, String refused) {
    return new FileRules(
        new FileLimits(one, all, allowed, refused, WhenFileRefused.LEAVE_OUT), new ContentTypes());
  }
}
