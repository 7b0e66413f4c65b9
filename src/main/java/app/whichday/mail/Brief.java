package app.whichday.mail;

import java.util.List;

/** A mail in a few lines, as a person, or a language model, needs them to say what it is about. */
public final class Brief {
    /** Characters of the new text: what a mail wants stands at its beginning. */
    private static final int LONGEST = 3_000;

    private static final int MOST_RECIPIENTS = 8;

    private Brief() {}

    /** Who wrote it to whom and when, its subject, and the text that it adds; nothing that it quotes. */
    public static String of(Mail mail) {
        StringBuilder brief = new StringBuilder(500);
        brief.append("From: ");
        append(brief, mail.from());
        recipients(brief, "To: ", mail.to());
        recipients(brief, "Cc: ", mail.cc());
        brief.append("\nSent: ").append(mail.sent().local());
        brief.append("\nSubject: ").append(mail.subject());
        if (mail.bulk().list() || mail.bulk().unsubscribe()) {
            brief.append("\nSent to a list");
        }
        if (mail.bulk().automatic()) {
            brief.append("\nSent by a machine");
        }
        String text = mail.newText();
        return brief.append("\n\n")
                .append(text, 0, Math.min(LONGEST, text.length()))
                .append(text.length() > LONGEST ? "…" : "")
                .toString();
    }

    private static void recipients(StringBuilder brief, String label, List<Address> addresses) {
        if (addresses.isEmpty()) {
            return;
        }
        brief.append('\n').append(label);
        for (int i = 0; i < Math.min(MOST_RECIPIENTS, addresses.size()); i++) {
            brief.append(i == 0 ? "" : ", ");
            append(brief, addresses.get(i));
        }
        if (addresses.size() > MOST_RECIPIENTS) {
            brief.append(" and ").append(addresses.size() - MOST_RECIPIENTS).append(" more");
        }
    }

    private static void append(StringBuilder brief, Address address) {
        brief.append(address.name());
        if (!address.email().isEmpty()) {
            brief.append(address.name().isBlank() ? "" : " ")
                    .append('<')
                    .append(address.email())
                    .append('>');
        }
    }
}
