package org.mailroom.flow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Diagrams for tests: files beside them, or figures put into a process. */
public final class Drawing {
  /** A start that leads to {@code next}. */
  public static final String START = "<startEvent id='start'/>";

  public static final String END = "<endEvent id='end'/>";

  private Drawing() {}

  /** A file beside the tests of this component. */
  public static String file(String name) {
    try (InputStream file = Drawing.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A process {@code support} of these figures. */
  public static String of(String... figures) {
    return """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
            xmlns:mailroom="urn:mailroom:bpmn:1" xmlns:flowable="http://flowable.org/bpmn"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="urn:test">
          <process id="support" name="Support">%s</process>
        </definitions>"""
        .formatted(String.join("\n", figures));
  }

  /** A connection from one figure to another. */
  public static String line(String from, String to) {
    return "<sequenceFlow id='%s_%s' sourceRef='%s' targetRef='%s'/>".formatted(from, to, from, to);
  }

  /** The same on a condition. */
  public static String line(String from, String to, String condition) {
    return """
        <sequenceFlow id='%s_%s' sourceRef='%s' targetRef='%s'>
          <conditionExpression xsi:type='tFormalExpression'><![CDATA[%s]]></conditionExpression>
        </sequenceFlow>"""
        .formatted(from, to, from, to, condition);
  }

  /** An e-mail element with this inside. */
  public static String email(String id, String attributes, String inside) {
    return """
        <sendTask id='%s' name='E-mail %s'><extensionElements>
          <mailroom:email %s>%s</mailroom:email>
        </extensionElements></sendTask>"""
        .formatted(id, id, attributes, inside);
  }

  /** Writes a text to the contact. */
  public static String emailToContact(String id) {
    return email(id, "subject='Hello'", "<mailroom:text>Hi</mailroom:text>" + toContact());
  }

  public static String toContact() {
    return recipient("expression", "${request.contact.email}");
  }

  public static String recipient(String type, String value) {
    return "<mailroom:recipient type='%s' value=\"%s\"/>".formatted(type, value);
  }

  /** Start, this figure, end. */
  public static String straight(String id, String figure) {
    return of(START, figure, END, line("start", id), line(id, "end"));
  }
}
