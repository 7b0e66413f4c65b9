package app.whichday.mail;

import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;

/**
 * The UIDs of a folder. After the first listing only the new ones are asked for, and all again only when the server told that
 * some went. Angus would make a message object for each; a search answers with bare numbers.
 */
final class ImapUids {
    private final IMAPFolder folder;
    private final SortedSet<Mailbox.Uid> listed = new TreeSet<>();
    private boolean asked;
    private boolean shrank;

    ImapUids(IMAPFolder folder) throws MessagingException {
        this.folder = folder;
        folder.doCommand(protocol -> {
            protocol.addResponseHandler(
                    response -> shrank |= response instanceof IMAPResponse told && told.keyEquals("EXPUNGE"));
            return null;
        });
    }

    /** All there are now, ascending. */
    List<Mailbox.Uid> all() throws MessagingException {
        listed.addAll(fresh());
        if (shrank) {
            shrank = false;
            List<Mailbox.Uid> now = search(1);
            listed.clear();
            listed.addAll(now);
        }
        asked = true;
        return List.copyOf(listed);
    }

    /** Whether there are new ones since {@link #all} was asked, or since this was asked first. */
    boolean grew() throws MessagingException {
        if (!asked) {
            all();
            return false;
        }
        return !fresh().isEmpty();
    }

    private List<Mailbox.Uid> fresh() throws MessagingException {
        return search(listed.isEmpty() ? 1 : listed.last().value() + 1);
    }

    private List<Mailbox.Uid> search(long from) throws MessagingException {
        @SuppressWarnings("unchecked")
        List<Mailbox.Uid> found = (List<Mailbox.Uid>) folder.doCommand(protocol -> search(protocol, from));
        return found;
    }

    private static List<Mailbox.Uid> search(IMAPProtocol protocol, long from) throws ProtocolException {
        // A server may search what it told of last time; NOOP makes it look (RFC 3501 §6.1.2).
        protocol.noop();
        Response[] responses = protocol.command("UID SEARCH UID " + from + ":*", null);
        List<Mailbox.Uid> found = new ArrayList<>();
        for (int i = 0; i < responses.length; i++) {
            if (responses[i] instanceof IMAPResponse response && response.keyEquals("SEARCH")) {
                for (long uid = response.readLong(); uid != -1; uid = response.readLong()) {
                    // "*" is the last message even where that is below (RFC 3501 §6.4.8).
                    if (uid >= from) {
                        found.add(new Mailbox.Uid(uid));
                    }
                }
                responses[i] = null;
            }
        }
        protocol.notifyResponseHandlers(responses);
        protocol.handleResult(responses[responses.length - 1]);
        found.sort(null);
        return found;
    }
}
