package app.whichday.account;

/**
 * How to reach a mailbox over IMAP.
 *
 * @param folder usually INBOX
 */
public record ImapAccount(String host, int port, Security security, String user, String folder) {
    /** How the connection is protected. */
    public enum Security {
        /** TLS from the first byte (RFC 8314), usually port 993. */
        TLS,
        /** Plain, then upgraded; refuses to go on without (RFC 3501 §6.2.1), usually port 143. */
        STARTTLS,
        /** Not at all: for loopback only. */
        NONE
    }

    public ImapAccount {
        if (host.isBlank()) {
            throw new IllegalArgumentException("host: the IMAP server's name is missing");
        }
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("port: from 1 to 65535, not " + port);
        }
        if (user.isBlank()) {
            throw new IllegalArgumentException("user: the name to sign in with is missing");
        }
    }
}
