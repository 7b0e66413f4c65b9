package app.whichday.mail;

import java.util.Optional;

/**
 * Lines that say whose words follow: an attribution line, a quoted header, a forward marker, or several of these in a row.
 *
 * @param first its first line
 * @param last its last line
 * @param forward whether it says that what follows is forwarded; empty where it doesn't say
 * @param subject of the message that follows, empty where not told
 * @param prefixed whether what follows bears a deeper quote prefix, which then also tells where it ends
 */
record Opening(
        int first,
        int last,
        Optional<Boolean> forward,
        Optional<Address> writer,
        Optional<SentTime> sent,
        String subject,
        boolean prefixed) {
    /** One opening out of a marker and the header under it. */
    Opening over(Opening inner) {
        return new Opening(
                first, inner.last, forward.or(inner::forward), inner.writer, inner.sent, inner.subject, inner.prefixed);
    }
}
