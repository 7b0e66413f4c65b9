package app.whichday.mail;

import jakarta.activation.DataSource;
import jakarta.mail.MessagingException;
import jakarta.mail.MultipartDataSource;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParseException;
import jakarta.mail.util.StreamProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Angus Mail, set to read what can be read. */
final class MimeSession {
    /**
     * Angus reads these from system properties only. Those it reads once per JVM (parameters, encoded words) may be fixed
     * already in a native image, so nothing here relies on them; the others it reads for each part.
     */
    private static final Map<String, String> LENIENT = Map.of(
            "mail.mime.base64.ignoreerrors", "true",
            "mail.mime.uudecode.ignoreerrors", "true",
            "mail.mime.uudecode.ignoremissingbeginend", "true",
            "mail.mime.multipart.allowempty", "true",
            "mail.mime.multipart.ignoremissingendboundary", "true",
            "mail.mime.multipart.ignoremissingboundaryparameter", "true",
            "mail.mime.parameters.strict", "false",
            "mail.mime.decodefilename", "true",
            "mail.mime.ignoreunknownencoding", "true");

    private static volatile @Nullable MimeSession shared;

    private final Session session;

    private MimeSession(Session session) {
        this.session = session;
    }

    /** The one session, which never changes. Made when first needed: Angus looks for its providers, which takes a while. */
    static MimeSession lenient() {
        MimeSession session = shared;
        if (session == null) {
            session = make();
            shared = session;
        }
        return session;
    }

    private static MimeSession make() {
        LENIENT.forEach((key, value) -> {
            if (System.getProperty(key) == null) {
                System.setProperty(key, value);
            }
        });
        Properties properties = new Properties();
        properties.setProperty("mail.mime.address.strict", "false");
        properties.setProperty("mail.mime.allowutf8", "true");
        Session session = Session.getInstance(properties);
        rememberStreamProvider(session.getStreamProvider());
        return new MimeSession(session);
    }

    /**
     * Jakarta Mail looks through the whole class path for its streams' provider whenever it opens one, which takes longer
     * than reading the mail; a system property of the interface's name spares that.
     */
    private static void rememberStreamProvider(StreamProvider provider) {
        String key = StreamProvider.class.getName();
        if (System.getProperty(key) != null) {
            return;
        }
        System.setProperty(key, provider.getClass().getName());
        try {
            StreamProvider.provider();
        } catch (RuntimeException e) {
            System.clearProperty(key); // not to be found by its name here: slower, but it works
        }
    }

    /** @param in shared streams are kept and read on demand, others are read whole */
    MimeMessage message(InputStream in) throws MessagingException {
        return new MimeMessage(session, in);
    }

    MimeMessage nested(Part part) throws MessagingException, IOException {
        if (!(part instanceof MimeBodyPart local) || local.getClass() != MimeBodyPart.class) {
            Object content = part.getContent(); // on a server: fetched part by part
            if (content instanceof MimeMessage message) {
                return message;
            }
        }
        return new MimeMessage(session, decoded(part));
    }

    MimeMultipart multipart(Part part) throws MessagingException {
        DataSource source = part.getDataHandler().getDataSource();
        if (source == null) {
            throw new MessagingException("A multipart without content");
        }
        // A server's source knows the parts already and must reach Angus as it is
        return new MimeMultipart(source instanceof MultipartDataSource ? source : new WellFormed(source));
    }

    /** The content without its transfer encoding. */
    static InputStream decoded(Part part) throws MessagingException, IOException {
        return part.getInputStream();
    }

    /** The content as it was sent. */
    static InputStream raw(Part part) throws MessagingException {
        return switch (part) {
            case MimeMessage message -> message.getRawInputStream();
            case MimeBodyPart body -> body.getRawInputStream();
            default -> throw new MessagingException("Not a MIME part");
        };
    }

    /** A multipart's source whose Content-Type can be parsed, so that its boundary is found. */
    private static final class WellFormed implements DataSource {
        private final DataSource source;

        WellFormed(DataSource source) {
            this.source = source;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return source.getInputStream();
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            throw new IOException("A received part can't be written");
        }

        @Override
        public String getContentType() {
            String type = source.getContentType();
            try {
                return new ContentType(type).toString();
            } catch (ParseException e) {
                return PartType.boundary(type)
                        .map(boundary -> "multipart/mixed; boundary=\"" + boundary.replace("\"", "") + "\"")
                        .orElse("multipart/mixed");
            }
        }

        @Override
        public String getName() {
            return source.getName();
        }
    }
}
