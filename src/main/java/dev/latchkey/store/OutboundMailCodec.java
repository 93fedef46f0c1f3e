package dev.latchkey.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.InlinePicture;
import dev.latchkey.mail.MailBytes;
import dev.latchkey.mail.OutboundMail;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** A mail of ours as octets, to be sealed: JSON with a field for each component. */
public final class OutboundMailCodec {
  private static final ObjectMapper JSON = new ObjectMapper();

  private OutboundMailCodec() {}

  static byte[] write(OutboundMail mail) {
    ObjectNode node = JSON.createObjectNode();
    node.put("envelopeFrom", mail.envelopeFrom().toString());
    node.put("fromName", mail.fromName());
    node.put("from", mail.from().toString());
    node.put("recipient", mail.recipient().toString());
    mail.replyTo().ifPresent(address -> node.put("replyTo", address.toString()));
    node.put("messageId", mail.messageId());
    node.put("date", mail.date().toString());
    mail.inReplyTo().ifPresent(id -> node.put("inReplyTo", id));
    mail.references().forEach(node.putArray("references")::add);
    node.put("autoSubmitted", mail.autoSubmitted().name());
    node.put("subject", mail.subject());
    node.put("body", mail.body());
    mail.picture()
        .ifPresent(
            picture -> {
              node.put("pictureId", picture.contentId());
              node.put("picture", Base64.getEncoder().encodeToString(picture.png().octets()));
            });
    try {
      return JSON.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts can always be written", e);
    }
  }

  /** A letter, from the octets that were kept of it. */
  public static OutboundMail read(byte[] octets) {
    try {
      JsonNode node = JSON.readTree(octets);
      List<String> references = new ArrayList<>();
      node.path("references").forEach(id -> references.add(id.asText()));
      return new OutboundMail(
          EmailAddress.of(node.path("envelopeFrom").asText()),
          node.path("fromName").asText(),
          EmailAddress.of(node.path("from").asText()),
          EmailAddress.of(node.path("recipient").asText()),
          text(node, "replyTo").map(EmailAddress::of),
          node.path("messageId").asText(),
          Instant.parse(node.path("date").asText()),
          text(node, "inReplyTo"),
          references,
          OutboundMail.AutoSubmitted.valueOf(node.path("autoSubmitted").asText()),
          node.path("subject").asText(),
          node.path("body").asText(),
          text(node, "picture").map(png -> picture(node.path("pictureId").asText(), png)));
    } catch (IOException e) {
      throw new IllegalStateException("a sealed mail is not what was written", e);
    }
  }

  private static InlinePicture picture(String contentId, String base64) {
    return new InlinePicture(contentId, new MailBytes(Base64.getDecoder().decode(base64)));
  }

  private static Optional<String> text(JsonNode node, String field) {
    return node.has(field) ? Optional.of(node.get(field).asText()) : Optional.empty();
  }
}
