package app.whichday.web;

import java.util.List;
import java.util.Optional;

/**
 * The sorted mail: all lanes with their counts, and the rows of one.
 *
 * @param previous address of the page of newer mails; empty on the first
 * @param next address of the page of older mails; empty on the last
 */
record Lanes(List<Lane> lanes, Lane shown, List<Row> rows, Optional<String> previous, Optional<String> next) {
    /** One lane: its key in the address, its name and what stands in it. */
    record Lane(String key, String name, String about, String count, boolean on) {}

    /**
     * One mail.
     *
     * @param dates what its date phrases mean, the first few
     * @param reason why it was set aside; empty in other lanes
     */
    record Row(Card.MailHead head, boolean needsReply, List<String> dates, int moreDates, String reason) {}
}
