package app.whichday.mail;

import jakarta.mail.FetchProfile;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.jboss.logging.Logger;

/**
 * Fetches messages in batches: sizes and arrival dates first, then those of ordinary size whole, many by one command, and
 * large ones part by part as the parser asks, so that attachments stay on the server. What is held in memory at a time is at
 * most {@link #CHUNK_BYTES} and one message.
 */
final class ImapMessages {
    private static final int BATCH = 100;
    private static final int CHUNK_BYTES = 8_000_000;
    private static final Logger LOG = Logger.getLogger(ImapMessages.class);

    private final IMAPFolder folder;
    private final int wholeLimit;

    /** @param wholeLimit messages above, in bytes, are read part by part */
    ImapMessages(IMAPFolder folder, int wholeLimit) {
        this.folder = folder;
        this.wholeLimit = wholeLimit;
    }

    /** A message that the server still has. */
    private record Found(Mailbox.Uid uid, IMAPMessage message) {}

    void read(List<Mailbox.Uid> uids, Consumer<Mailbox.Fetched> sink) throws MessagingException {
        for (int from = 0; from < uids.size(); from += BATCH) {
            for (List<Found> chunk : chunks(find(uids.subList(from, Math.min(uids.size(), from + BATCH))))) {
                fetch(chunk, IMAPFolder.FetchProfileItem.MESSAGE);
                for (Found found : chunk) {
                    parse(found).ifPresent(sink);
                    // Lets go of the content; Angus keeps the message object as long as the folder is open.
                    found.message().invalidateHeaders();
                }
            }
        }
    }

    private List<Found> find(List<Mailbox.Uid> uids) throws MessagingException {
        Message[] messages = folder.getMessagesByUID(
                uids.stream().mapToLong(Mailbox.Uid::value).toArray());
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < messages.length; i++) {
            if (messages[i] instanceof IMAPMessage message && !message.isExpunged()) {
                message.setPeek(true);
                found.add(new Found(uids.get(i), message));
            }
        }
        fetch(found, FetchProfile.Item.SIZE, IMAPFolder.FetchProfileItem.INTERNALDATE);
        return found;
    }

    private void fetch(List<Found> found, FetchProfile.Item... items) throws MessagingException {
        Message[] messages = found.stream()
                .map(Found::message)
                .filter(message -> items[0] != IMAPFolder.FetchProfileItem.MESSAGE || isOrdinary(message))
                .toArray(Message[]::new);
        if (messages.length > 0) {
            FetchProfile profile = new FetchProfile();
            for (FetchProfile.Item item : items) {
                profile.add(item);
            }
            folder.fetch(messages, profile);
        }
    }

    private List<List<Found>> chunks(List<Found> found) throws MessagingException {
        List<List<Found>> chunks = new ArrayList<>();
        List<Found> chunk = new ArrayList<>();
        long bytes = 0;
        for (Found one : found) {
            long size = isOrdinary(one.message()) ? one.message().getSize() : 0;
            if (bytes + size > CHUNK_BYTES && !chunk.isEmpty()) {
                chunks.add(chunk);
                chunk = new ArrayList<>();
                bytes = 0;
            }
            chunk.add(one);
            bytes += size;
        }
        chunks.add(chunk);
        return chunks;
    }

    private boolean isOrdinary(IMAPMessage message) {
        try {
            return message.getSize() <= wholeLimit;
        } catch (MessagingException e) {
            // Without a size it is taken for a large one, and asked for part by part.
            return false;
        }
    }

    /** The message read or set aside; empty if it is gone by now. */
    private Optional<Mailbox.Fetched> parse(Found found) throws MessagingException {
        Mailbox.Fetched fetched;
        try {
            fetched =
                    new Mailbox.Fetched.Read(found.uid(), MailParser.parse(found.message(), arrival(found.message())));
        } catch (MessageRemovedException e) {
            return Optional.empty();
        } catch (MessagingException | RuntimeException | StackOverflowError e) {
            LOG.warnf(e, "Message %d can't be read", found.uid().value());
            fetched = new Mailbox.Fetched.SetAside(
                    found.uid(), "This message could not be read; see it in your mail program.");
        }
        if (!folder.isOpen()) {
            // What the parser took for an unreadable part was the end of the connection.
            throw new FolderClosedException(
                    folder, "lost while reading message " + found.uid().value());
        }
        return found.message().isExpunged() ? Optional.empty() : Optional.of(fetched);
    }

    /** INTERNALDATE (RFC 3501 §2.3.3): when the server got it. Angus gives the instant only. */
    private static SentTime arrival(IMAPMessage message) throws MessagingException {
        Date arrival = message.getReceivedDate();
        return new SentTime(
                LocalDateTime.ofEpochSecond(arrival == null ? 0 : arrival.getTime() / 1000, 0, ZoneOffset.UTC),
                Optional.of(ZoneOffset.UTC));
    }
}
