package app.whichday.web;

import app.whichday.account.ImapAccounts;
import app.whichday.mail.MailWatch;
import app.whichday.mail.Mails;
import app.whichday.mail.StoredMail;
import app.whichday.mail.SyncStatus;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How reading the mail stands, in words.
 *
 * @param mails stored, read or not
 * @param unread mails that the assistant has yet to read
 * @param hasMailbox whether there is any account or mail at all
 */
record MailboxStatus(List<Box> boxes, String mails, long unread, long setAside, boolean hasMailbox) {
    /**
     * One mailbox.
     *
     * @param done of {@code total} messages, while they are read; a total of 0 hides the bar
     */
    record Box(String name, String line, String problem, int done, int total) {
        public boolean isReading() {
            return total > 0;
        }

        public boolean isProblem() {
            return !problem.isEmpty();
        }
    }

    public boolean isBusy() {
        return unread > 0 || boxes.stream().anyMatch(Box::isReading);
    }

    static MailboxStatus of(MailWatch watch, Mails store, ImapAccounts accounts, TimeWords words) {
        Map<StoredMail.State, Long> counts = store.counts();
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        return new MailboxStatus(
                watch.statuses().stream().map(status -> box(status, words)).toList(),
                number(all),
                counts.getOrDefault(StoredMail.State.RECEIVED, 0L),
                counts.getOrDefault(StoredMail.State.SET_ASIDE, 0L),
                all > 0 || !accounts.all().isEmpty());
    }

    static Box box(SyncStatus status, TimeWords words) {
        boolean reading = status.phase() == SyncStatus.Phase.READING;
        return new Box(
                status.mailbox(),
                line(status, words),
                status.problem().orElse(""),
                reading ? status.done() : 0,
                reading ? status.total() : 0);
    }

    private static String line(SyncStatus status, TimeWords words) {
        return switch (status.phase()) {
            case CONNECTING -> "Connecting…";
            case READING ->
                status.total() == 0 ? "Reading…" : "Reading " + number(status.done()) + " of " + number(status.total());
            case IDLE -> "Up to date" + checked(status, words);
            case POLLING -> "Looks again every few minutes" + checked(status, words);
            case RECONNECTING -> "Connection lost, trying again";
            case STOPPED -> "Waits for you";
        };
    }

    private static String checked(SyncStatus status, TimeWords words) {
        return status.checkedAt()
                .map(at -> {
                    ZonedDateTime there = at.atZone(words.zone());
                    LocalDate day = there.toLocalDate();
                    String date = day.equals(words.today()) ? "" : words.shortDay(day) + " ";
                    return ", " + date + words.clock(there.toLocalTime());
                })
                .orElse("");
    }

    static String number(long count) {
        return String.format(Locale.ENGLISH, "%,d", count);
    }
}
