package org.mailroom.attachment.model;

/** Port: tells what a file is. */
public interface FileTypes {
  FileType of(String name, byte[] content);
}
