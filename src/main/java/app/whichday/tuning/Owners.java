package app.whichday.tuning;

import java.util.Locale;

/** Who owns a mailbox, by surname: crude, but it errs by keeping two people together, never by splitting one. */
final class Owners {
    private Owners() {}

    /** "williams-w3" → "williams". */
    static String ofMailbox(String folder) {
        String name = folder.toLowerCase(Locale.ROOT);
        int dash = name.indexOf('-');
        return dash < 0 ? name : name.substring(0, dash);
    }

    /** The first recipient's: "daren.farmer@enron.com, ..." → "farmer". */
    static String ofAddress(String recipients) {
        String first = recipients.toLowerCase(Locale.ROOT).split(",", 2)[0];
        String local = first.split("@", 2)[0].strip();
        return local.substring(local.lastIndexOf('.') + 1);
    }
}
