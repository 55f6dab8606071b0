package org.mailroom.mailbox.autoconfig;

/** Files as domains publish them for mail programs. */
final class Samples {
  static final String CONFIG =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <clientConfig version="1.1">
        <emailProvider id="xpto.example">
          <domain>xpto.example</domain>
          <displayName>XPTO</displayName>
          <incomingServer type="imap">
            <hostname>imap.%EMAILDOMAIN%</hostname>
            <port>993</port>
            <socketType>SSL</socketType>
            <authentication>OAuth2</authentication>
            <authentication>password-cleartext</authentication>
            <username>%EMAILADDRESS%</username>
          </incomingServer>
          <incomingServer type="pop3">
            <hostname>pop.xpto.example</hostname>
            <port>110</port>
            <socketType>STARTTLS</socketType>
            <authentication>password-encrypted</authentication>
            <username>%EMAILLOCALPART%</username>
          </incomingServer>
          <outgoingServer type="smtp">
            <hostname>smtp.xpto.example</hostname>
            <port>587</port>
            <socketType>STARTTLS</socketType>
            <authentication>password-cleartext</authentication>
            <username>%EMAILDOMAIN%\\%EMAILLOCALPART%</username>
          </outgoingServer>
          <outgoingServer type="smtp">
            <hostname>relay.xpto.example</hostname>
            <port>465</port>
            <socketType>SSL</socketType>
            <authentication>client-IP-address</authentication>
          </outgoingServer>
        </emailProvider>
      </clientConfig>
      """;

  private Samples() {}

  static String config(String servers) {
    return "<clientConfig><emailProvider>" + servers + "</emailProvider></clientConfig>";
  }

  static String incoming(String type, String host, String port, String security) {
    return """
        <incomingServer type="%s">
          <hostname>%s</hostname><port>%s</port><socketType>%s</socketType>
          <authentication>password-cleartext</authentication>
        </incomingServer>
        """
        .formatted(type, host, port, security);
  }
}
