package app.whichday.mail;

import java.util.List;
import java.util.Optional;

/**
 * A message, read (RFC 5322): who wrote what to whom and when, its text in blocks.
 *
 * @param messageId without angle brackets; empty where the mail has none
 * @param references Message-IDs of the thread, the oldest first, In-Reply-To last
 * @param from the first author; an empty address where the header is missing
 * @param sent from the Date header, with its offset; else from the last Received header or the mailbox's date
 * @param bulk list, automation and bulk headers
 * @param body the whole text, quotes included, line ends as \n; HTML already turned into text
 * @param invitations text/calendar parts as they came (RFC 6047), not yet parsed
 * @param attachments names of the others
 * @param skipped what could not be read or was too large
 */
public record Mail(
        Optional<String> messageId,
        List<String> references,
        Address from,
        List<Address> to,
        List<Address> cc,
        String subject,
        SentTime sent,
        Bulk bulk,
        String body,
        List<Block> blocks,
        List<String> invitations,
        List<String> attachments,
        List<Skipped> skipped) {
    public Mail {
        references = List.copyOf(references);
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        blocks = List.copyOf(blocks);
        invitations = List.copyOf(invitations);
        attachments = List.copyOf(attachments);
        skipped = List.copyOf(skipped);
    }

    /**
     * Headers by which machines and lists give themselves away.
     *
     * @param list List-Id, List-Post or Mailing-List is present (RFC 2919, RFC 2369)
     * @param unsubscribe List-Unsubscribe is present
     * @param automatic Auto-Submitted other than "no" (RFC 3834), or a null return path
     * @param precedence the Precedence header in lower case ("bulk", "list", "junk"), empty where none
     */
    public record Bulk(boolean list, boolean unsubscribe, boolean automatic, String precedence) {
        public static final Bulk NONE = new Bulk(false, false, false, "");
    }

    /** The body's characters of a block, with quote prefixes as spaces so that offsets stay those of the body. */
    public String text(Block block) {
        return QuotePrefix.blank(body, block);
    }

    /** The text that this mail adds: its NEW blocks, joined by a line. */
    public String newText() {
        StringBuilder text = new StringBuilder();
        for (Block block : blocks) {
            if (block.kind() == Block.Kind.NEW) {
                text.append(text.isEmpty() ? "" : "\n").append(text(block));
            }
        }
        return text.toString();
    }
}
