package app.whichday.mail;

import app.whichday.account.ImapAccount;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** What went wrong with a server, in one sentence for the owner. */
final class ImapProblem {
    /** Response codes that say "not now" rather than "not you" (RFC 5530 §3, RFC 9051 §7.1). */
    private static final String[] PASSING = {"[UNAVAILABLE]", "[INUSE]", "[LIMIT]", "[SERVERBUG]"};

    private ImapProblem() {}

    static MailboxException of(ImapAccount account, MessagingException e) {
        String server = account.host() + ":" + account.port();
        if (e instanceof AuthenticationFailedException) {
            return signIn(account, server, e);
        }
        if (e instanceof FolderNotFoundException) {
            return noFolder(account, e);
        }
        if (cause(e, CertificateException.class).isPresent()) {
            return certificate(account, server, e);
        }
        if (cause(e, UnknownHostException.class).isPresent()) {
            return connection(
                    "There is no server " + account.host()
                            + " that this machine can find: check the host name, or the network.",
                    e);
        }
        if (cause(e, SocketTimeoutException.class).isPresent()) {
            return connection(server + " doesn't answer: check the host name and port, or try later.", e);
        }
        if (cause(e, ConnectException.class).isPresent()
                || cause(e, NoRouteToHostException.class).isPresent()) {
            return connection(server + " refuses the connection: check the host name and port, or try later.", e);
        }
        if (cause(e, SSLException.class).isPresent()) {
            return settings(
                    server
                            + " doesn't speak TLS from the first byte: choose STARTTLS, or the port for TLS (usually 993).",
                    e);
        }
        if (text(e).contains("starttls")) {
            return settings(server + " doesn't offer STARTTLS: choose TLS (usually port 993).", e);
        }
        return connection("The connection to " + server + " was lost.", e);
    }

    static MailboxException noFolder(ImapAccount account, Exception e) {
        return settings(
                "There is no folder \"" + account.folder() + "\" at " + account.host() + " for " + account.user()
                        + ": check its name.",
                e);
    }

    private static MailboxException signIn(ImapAccount account, String server, MessagingException e) {
        String answer = text(e).toUpperCase(Locale.ROOT);
        for (String code : PASSING) {
            if (answer.contains(code)) {
                return connection(server + " doesn't let anybody sign in right now.", e);
            }
        }
        if (answer.contains("[PRIVACYREQUIRED]")
                || answer.contains("LOGINDISABLED")
                || answer.contains("PLAINTEXT")
                || answer.contains("NO LOGIN METHODS SUPPORTED")) {
            return settings(server + " wants an encrypted connection before a password: choose TLS or STARTTLS.", e);
        }
        return settings(
                server + " doesn't accept this password for " + account.user()
                        + ": check both, or make an app password with your mail provider.",
                e);
    }

    private static MailboxException certificate(ImapAccount account, String server, MessagingException e) {
        String why;
        if (cause(e, CertificateExpiredException.class).isPresent()) {
            why = "has expired: its operator must renew it";
        } else if (cause(e, CertificateNotYetValidException.class).isPresent()) {
            why = "isn't valid yet: check this machine's clock";
        } else if (text(e).contains("no name matching") || text(e).contains("subject alternative")) {
            why = "isn't made out to " + account.host() + ": check the host name";
        } else {
            why =
                    "isn't issued by an authority that this machine trusts: if it's your own server, name its certificate in "
                            + "whichday.mail.trusted-certificates";
        }
        return new MailboxException(
                MailboxException.Kind.CERTIFICATE, "The certificate of " + server + " " + why + ".", e);
    }

    private static MailboxException settings(String sentence, Exception e) {
        return new MailboxException(MailboxException.Kind.SETTINGS, sentence, e);
    }

    private static MailboxException connection(String sentence, Exception e) {
        return new MailboxException(MailboxException.Kind.CONNECTION, sentence, e);
    }

    private static <E extends Throwable> Optional<E> cause(Throwable failure, Class<E> kind) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return Optional.of(kind.cast(cause));
            }
        }
        return Optional.empty();
    }

    /** All messages down the causes, in lower case. */
    private static String text(Throwable failure) {
        StringBuilder text = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            text.append(cause.getMessage()).append('\n');
        }
        return text.toString().toLowerCase(Locale.ROOT);
    }
}
