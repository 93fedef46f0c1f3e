package dev.latchkey.parse.mime;

import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.BodyDescriptorBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.RawField;
import org.jspecify.annotations.Nullable;

/** Tells Mime4j the boundary that {@link ContentField} read, so that there is one reading of it. */
record FixedBoundary(String boundary) implements BodyDescriptorBuilder, BodyDescriptor {
  @Override
  public void reset() {}

  @Override
  public @Nullable Field addField(RawField field) {
    return null;
  }

  @Override
  public BodyDescriptor build() {
    return this;
  }

  @Override
  public BodyDescriptorBuilder newChild() {
    return this;
  }

  @Override
  public String getBoundary() {
    return boundary;
  }

  @Override
  public String getMimeType() {
    return "multipart/mixed";
  }

  @Override
  public String getMediaType() {
    return "multipart";
  }

  @Override
  public String getSubType() {
    return "mixed";
  }

  @Override
  public @Nullable String getCharset() {
    return null;
  }

  @Override
  public String getTransferEncoding() {
    return "7bit";
  }

  @Override
  public long getContentLength() {
    return -1;
  }
}
