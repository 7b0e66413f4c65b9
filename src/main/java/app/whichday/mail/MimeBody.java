package app.whichday.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Walks a message's parts and gathers its text, invitations and the names of the rest. Of no part more is read than the
 * text that is kept; attachments aren't read at all.
 */
final class MimeBody {
    /** Bytes of text read of one part. */
    static final int MAX_PART_BYTES = 1 << 20;
    /** Characters of text kept of all parts together. */
    static final int MAX_CHARS = 2 << 20;

    static final int MAX_DEPTH = 50;
    static final int MAX_PARTS = 1_000;
    private static final int MAX_INVITATIONS = 20;
    private static final int MAX_SKIPPED = 50;

    /**
     * Text of one part.
     *
     * @param header of the attached message that it stands in; null for the mail's own
     * @param nesting how many attached messages it stands in
     */
    record Section(String text, @Nullable MailHeaders header, int nesting) {}

    private final MimeSession session;
    private final List<Section> sections = new ArrayList<>();
    private final List<String> invitations = new ArrayList<>();
    private final List<String> attachments = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private int parts;
    private int chars;

    MimeBody(MimeSession session) {
        this.session = session;
    }

    List<Section> sections() {
        return sections;
    }

    List<String> invitations() {
        return invitations;
    }

    List<String> attachments() {
        return attachments;
    }

    List<Skipped> skipped() {
        return skipped;
    }

    void skip(String what, String why) {
        Skipped one = new Skipped(what, why);
        if (skipped.size() < MAX_SKIPPED && !skipped.contains(one)) {
            skipped.add(one);
        }
    }

    void read(Part message) {
        walk(message, "text/plain", new Place(0, null, 0, true));
    }

    /** Where a part stands. */
    private record Place(int depth, @Nullable MailHeaders header, int nesting, boolean textWanted) {
        Place inside() {
            return new Place(depth + 1, header, nesting, textWanted);
        }

        Place withoutText() {
            return new Place(depth, header, nesting, false);
        }
    }

    private void walk(Part part, String whenMissing, Place place) {
        if (++parts > MAX_PARTS) {
            skip("parts", "the mail has more than " + MAX_PARTS + " parts: the others were not read");
            return;
        }
        if (place.depth() > MAX_DEPTH) {
            skip("nested parts", "they are nested more than " + MAX_DEPTH + " deep: the inner ones were not read");
            return;
        }
        String label = "a part";
        try {
            PartType type = PartType.of(part, whenMissing);
            label = type.label();
            walk(part, type, place);
        } catch (MessagingException | IOException e) {
            skip(label, "it is damaged and could not be read");
        } catch (RuntimeException e) {
            // Angus answers some malformed input by IndexOutOfBoundsException and the like
            skip(label, "it is damaged and could not be read");
        }
    }

    private void walk(Part part, PartType type, Place place) throws MessagingException, IOException {
        if (type.multipart()) {
            multipart(part, type, place);
        } else if (type.message()) {
            attachedMessage(part, type, place);
        } else if (type.calendar()) {
            invitation(part, type);
        } else if (type.tnef()) {
            attachments.add(type.label());
            skip(type.label(), "Outlook's own format (TNEF), which is not read");
        } else if (isText(type, place)) {
            if (place.textWanted()) {
                add(text(part, type), place);
            }
        } else {
            attachments.add(type.label());
        }
    }

    private boolean isText(PartType type, Place place) {
        boolean readable = type.type().equals("text/plain")
                || type.type().equals("text/html")
                || type.type().equals("text/enriched")
                || type.type().equals("text/richtext");
        return readable && !type.attached() && (type.name().isEmpty() || sections.isEmpty() && place.textWanted());
    }

    private void multipart(Part part, PartType type, Place place) throws MessagingException, IOException {
        List<Part> children = children(part, type);
        String missing = type.type().equals("multipart/digest") ? "message/rfc822" : "text/plain";
        if (type.type().equals("multipart/alternative")) {
            alternative(children, missing, place.inside());
        } else {
            for (Part child : children) {
                walk(child, missing, place.inside());
            }
        }
    }

    private List<Part> children(Part part, PartType type) throws MessagingException, IOException {
        List<Part> children = new ArrayList<>();
        try {
            MimeMultipart multipart = session.multipart(part);
            int count = Math.min(multipart.getCount(), MAX_PARTS + 1);
            for (int i = 0; i < count; i++) {
                children.add(multipart.getBodyPart(i));
            }
        } catch (MessagingException e) {
            if (children.isEmpty()) {
                return List.of(asText(part)); // no boundary to be found: what is there is shown as it stands
            }
            skip(type.label(), "its end is damaged");
        }
        return children;
    }

    private static Part asText(Part part) throws MessagingException, IOException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(new String(head(part), StandardCharsets.ISO_8859_1), "iso-8859-1");
        return text;
    }

    private static byte[] head(Part part) throws MessagingException, IOException {
        try (InputStream in = MimeSession.raw(part)) {
            return in.readNBytes(MAX_PART_BYTES);
        }
    }

    /** Plain text is taken before HTML (RFC 2046 §5.1.4 has it last-is-best), unless it only says to look at the HTML. */
    private void alternative(List<Part> children, String missing, Place place) throws MessagingException {
        int before = sections.size();
        int charsBefore = chars;
        Part chosen = null;
        for (Part child : children) {
            PartType type = PartType.of(child, missing);
            if (chosen == null && place.textWanted() && type.type().equals("text/plain")) {
                walk(child, missing, place);
                if (sections.size() > before && !stub(sections.getLast().text())) {
                    chosen = child;
                }
            }
        }
        boolean found = chosen != null || !place.textWanted();
        List<Section> stubs = new ArrayList<>(sections.subList(before, sections.size()));
        if (!found) {
            sections.subList(before, sections.size()).clear();
            chars = charsBefore;
        }
        for (Part child : children.reversed()) {
            if (child != chosen && !PartType.of(child, missing).type().equals("text/plain")) {
                walk(child, missing, found ? place.withoutText() : place);
                found |= sections.size() > before;
            }
        }
        if (sections.size() == before) {
            sections.addAll(stubs);
        }
    }

    private static boolean stub(String text) {
        if (text.isBlank()) {
            return true;
        }
        String lower = text.length() > 400 ? "" : text.toLowerCase(Locale.ROOT);
        return lower.contains("html")
                && (lower.contains("support")
                        || lower.contains("client")
                        || lower.contains("view")
                        || lower.contains("display")
                        || lower.contains("reader")
                        || lower.contains("enable"));
    }

    private void attachedMessage(Part part, PartType type, Place place) throws MessagingException, IOException {
        MimeMessage inner = session.nested(part);
        MailHeaders header = new MailHeaders(inner);
        if (!type.name().isEmpty()) {
            attachments.add(type.name());
        }
        walk(inner, "text/plain", new Place(place.depth() + 1, header, place.nesting() + 1, true));
    }

    private void invitation(Part part, PartType type) throws MessagingException, IOException {
        if (!type.name().isEmpty()) {
            attachments.add(type.name());
        }
        if (invitations.size() >= MAX_INVITATIONS) {
            skip(type.label(), "more than " + MAX_INVITATIONS + " invitations in one mail");
            return;
        }
        String text = decoded(part, type);
        if (!invitations.contains(text)) { // Gmail sends each inline and again as a file
            invitations.add(text);
        }
    }

    private String text(Part part, PartType type) throws MessagingException, IOException {
        String text = decoded(part, type);
        if (!type.type().equals("text/plain")) {
            return HtmlText.of(text);
        }
        return type.flowed() ? FlowedText.join(text, type.delSp()) : text;
    }

    private String decoded(Part part, PartType type) throws MessagingException, IOException {
        byte[] bytes = bytes(part, type);
        String charset = type.charset();
        if (charset == null && type.type().equals("text/html")) {
            charset = HtmlCharset.declared(bytes);
        }
        TextDecoder.Decoded decoded = TextDecoder.decode(bytes, charset);
        if (decoded.doubt() != null) {
            skip(type.label(), decoded.doubt());
        }
        return PlainLines.of(decoded.text());
    }

    private byte[] bytes(Part part, PartType type) throws MessagingException, IOException {
        Content content = new Content();
        try (InputStream in = MimeSession.decoded(part)) {
            content.readFrom(in);
        } catch (IOException e) {
            if (content.size() == 0) {
                return head(part);
            }
            skip(type.label(), "its end is damaged");
        } catch (MessagingException e) {
            skip(type.label(), "its transfer encoding is unknown: it was read as it stands");
            return head(part);
        }
        if (content.cut()) {
            skip(type.label(), "longer than " + MAX_PART_BYTES / (1 << 20) + " MB: the rest was not read");
        }
        return content.toByteArray();
    }

    /** What could be read before an error, up to the limit. */
    private static final class Content extends ByteArrayOutputStream {
        private boolean cut;

        void readFrom(InputStream in) throws IOException {
            byte[] buffer = new byte[8192];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                int room = MAX_PART_BYTES - count;
                write(buffer, 0, Math.min(n, room));
                if (n > room) {
                    cut = true;
                    return;
                }
            }
        }

        boolean cut() {
            return cut;
        }
    }

    private void add(String text, Place place) {
        if (text.isBlank()) {
            return;
        }
        int room = MAX_CHARS - chars;
        if (text.length() > room) {
            skip("text", "longer than " + MAX_CHARS / (1 << 20) + " million characters: the rest was not read");
            text = text.substring(0, Math.max(0, room));
        }
        if (!text.isBlank()) {
            chars += text.length();
            sections.add(new Section(text, place.header(), place.nesting()));
        }
    }
}
