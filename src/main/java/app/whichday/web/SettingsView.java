package app.whichday.web;

import app.whichday.account.ImapAccount;
import app.whichday.account.Refused;
import java.util.List;
import java.util.Map;

/**
 * The settings page.
 *
 * @param saved what was just saved, a sentence; empty otherwise
 * @param errors by form field: one sentence each
 * @param zones all zone ids, for completion
 */
record SettingsView(
        String saved,
        Map<String, String> errors,
        You you,
        boolean hasPassword,
        int passwordMin,
        Mailbox mailbox,
        List<Account> accounts,
        String feed,
        List<String> zones,
        List<Language> locales) {
    /** The owner, as entered. */
    record You(String name, String emails, String zone, String locale) {}

    /** The form for a further mailbox, as entered; the password is never shown again. */
    record Mailbox(String host, String port, String security, String user, String folder) {
        static final Mailbox EMPTY = new Mailbox("", "993", ImapAccount.Security.TLS.name(), "", "INBOX");

        public boolean isSecurity(String name) {
            return security.equals(name);
        }
    }

    /** A mailbox that is read, and how it stands. */
    record Account(long id, String name, String server, String line, String problem) {}

    /** A way to write dates. */
    record Language(String tag, String name, boolean chosen) {}

    SettingsView saying(String sentence) {
        return new SettingsView(
                sentence, errors, you, hasPassword, passwordMin, mailbox, accounts, feed, zones, locales);
    }

    SettingsView refusing(Refused refused) {
        return new SettingsView(
                saved,
                Map.of(refused.field(), refused.getMessage()),
                you,
                hasPassword,
                passwordMin,
                mailbox,
                accounts,
                feed,
                zones,
                locales);
    }

    SettingsView you(You entered) {
        return new SettingsView(
                saved, errors, entered, hasPassword, passwordMin, mailbox, accounts, feed, zones, locales);
    }

    SettingsView mailbox(Mailbox entered) {
        return new SettingsView(saved, errors, you, hasPassword, passwordMin, entered, accounts, feed, zones, locales);
    }

    /** The error of a field; empty where it is right. */
    public String error(String field) {
        return errors.getOrDefault(field, "");
    }
}
