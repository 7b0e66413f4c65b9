package app.whichday.web;

import java.util.List;

/**
 * The approval inbox.
 *
 * @param more proposals wait beyond those shown
 * @param decided of late, each of which can be taken back
 */
record Inbox(List<Card> cards, boolean more, List<Card> decided, MailboxStatus status, List<Coming> coming) {
    /**
     * Brings a page up to date by one card.
     *
     * @param swap an htmx out-of-band swap: which place, and how
     */
    record Change(Card card, String swap) {
        /** Takes the place of the card that is there; else it is put beside one. */
        public boolean isReplacing() {
            return swap.startsWith("outerHTML");
        }
    }
}
