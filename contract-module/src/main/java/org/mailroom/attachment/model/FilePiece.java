package org.mailroom.attachment.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** Some consecutive bytes of a content. Only read through JPA. */
@Entity
@IdClass(FilePiece.Key.class)
@Table(name = "file_piece")
public class FilePiece {
  @Id private String sha256;

  @Id
  @Column(name = "piece_number")
  private int number;

  private byte[] content;

  protected FilePiece() {}

  public byte[] content() {
    return content.clone();
  }

  /** Names a piece; the first has the number 0. */
  public static class Key implements Serializable {
    private static final long serialVersionUID = 1L;

    public String sha256;
    public int number;

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && sha256.equals(key.sha256) && number == key.number;
    }

    @Override
    public int hashCode() {
      return sha256.hashCode() + number;
    }
  }
}
