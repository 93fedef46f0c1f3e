package dev.latchkey.transport;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where the mail services that most people use grant access tokens, and for what. */
public enum TokenServer {
  /** Gmail and Google Workspace; a refresh token is needed. */
  GOOGLE("https://oauth2.googleapis.com/token", "", ""),

  /** Microsoft 365, by a tenant; the scope is the one of IMAP and SMTP together. */
  MICROSOFT_365(
      "https://login.microsoftonline.com/%s/oauth2/v2.0/token",
      "https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send"
          + " offline_access",
      "https://outlook.office365.com/.default");

  private final String url;
  private final String scopeOfRefresh;
  private final String scopeOfClient;

  TokenServer(String url, String scopeOfRefresh, String scopeOfClient) {
    this.url = url;
    this.scopeOfRefresh = scopeOfRefresh;
    this.scopeOfClient = scopeOfClient;
  }

  /** Whether the organisation is a part of its address. */
  public boolean hasTenants() {
    return url.contains("%s");
  }

  /** Whether it grants tokens for mailboxes for a refresh token only. */
  public boolean needsRefreshToken() {
    return scopeOfClient.isEmpty();
  }

  /**
   * Its address.
   *
   * @param tenant an identifier or a domain of the organisation, where there are tenants
   */
  public URI url(String tenant) {
    return URI.create(url.formatted(URLEncoder.encode(tenant, StandardCharsets.UTF_8)));
  }

  /** What tokens are asked for; empty for what was consented to. */
  public String scope(boolean forRefreshToken) {
    return forRefreshToken ? scopeOfRefresh : scopeOfClient;
  }
}
