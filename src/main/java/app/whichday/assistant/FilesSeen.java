package app.whichday.assistant;

import app.whichday.account.Owners;
import app.whichday.mail.Address;
import app.whichday.mail.Mail;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a heap of mail tells of itself: whose it is, and when it was new. Nobody says so of files that are shown in a demo, and
 * years-old mail would bring nothing if it were read as of today.
 */
final class FilesSeen {
    /** Whoever isn't among the first thousands of addresses isn't the one who gets most of the mail. */
    private static final int MOST_ADDRESSES = 20_000;

    private final Instant now;
    private final Map<Address, Integer> recipients = new HashMap<>();
    private @Nullable Instant newest;

    /** @param now mail that claims to be later doesn't count */
    FilesSeen(Instant now) {
        this.now = now;
    }

    void see(Mail mail) {
        for (Address to : mail.to()) {
            if (Owners.isAddress(to.email()) && (recipients.size() < MOST_ADDRESSES || recipients.containsKey(to))) {
                recipients.merge(to, 1, Integer::sum);
            }
        }
        Instant sent = mail.sent().instant(ZoneOffset.UTC);
        if (!sent.isAfter(now) && (newest == null || sent.isAfter(newest))) {
            newest = sent;
        }
    }

    /** Who got most of it, under the name used most; empty where nobody is named. */
    Optional<Address> owner() {
        Map<String, Integer> byEmail = new HashMap<>();
        recipients.forEach((address, count) -> byEmail.merge(address.email(), count, Integer::sum));
        return byEmail.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(most -> new Address(name(most.getKey()), most.getKey()));
    }

    private String name(String email) {
        return recipients.entrySet().stream()
                .filter(one -> one.getKey().email().equals(email)
                        && !one.getKey().name().isBlank())
                .max(Map.Entry.<Address, Integer>comparingByValue()
                        .thenComparing(one -> one.getKey().name()))
                .map(one -> one.getKey().name())
                .orElse("");
    }

    /** When the newest was sent; now where there is none. */
    Instant asOf() {
        return newest == null ? now : newest;
    }
}
