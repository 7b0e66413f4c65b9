package app.whichday.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Trust in certificates that the owner named, beside those that Java trusts. */
final class TrustedCertificates {
    private TrustedCertificates() {}

    /** @throws MailboxException when the file isn't one of PEM certificates */
    static SSLSocketFactory socketFactory(Path file) {
        try (InputStream pem = Files.newInputStream(file)) {
            Collection<? extends Certificate> named =
                    CertificateFactory.getInstance("X.509").generateCertificates(pem);
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int n = 0;
            for (Certificate certificate : named) {
                store.setCertificateEntry("named " + n++, certificate);
            }
            for (X509Certificate certificate : javas()) {
                store.setCertificateEntry("java " + n++, certificate);
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers(store), null);
            return context.getSocketFactory();
        } catch (IOException e) {
            throw unreadable(file, "the file can't be read", e);
        } catch (GeneralSecurityException e) {
            throw unreadable(file, "it doesn't hold certificates in PEM form", e);
        }
    }

    private static MailboxException unreadable(Path file, String why, Exception cause) {
        return new MailboxException(
                MailboxException.Kind.SETTINGS,
                "whichday.mail.trusted-certificates names " + file + ", but " + why + ".",
                cause);
    }

    private static X509Certificate[] javas() throws GeneralSecurityException {
        for (TrustManager manager : managers(null)) {
            if (manager instanceof X509TrustManager x509) {
                return x509.getAcceptedIssuers();
            }
        }
        return new X509Certificate[0];
    }

    private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
