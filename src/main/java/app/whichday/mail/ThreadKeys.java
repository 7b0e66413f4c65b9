package app.whichday.mail;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * By what a mail is tied to its thread.
 *
 * @param ids Message-IDs of the mail, what it answers and what that answers (RFC 5322 §3.6.4)
 * @param subjects where it names no other mail: its subject with each pair of its writer and a recipient. A reply has the
 *     same pair the other way round
 * @param reply whether the subject begins with a mark of answering or forwarding ("Re:", "AW:", "Fwd:")
 */
record ThreadKeys(List<String> ids, List<String> subjects, boolean reply) {
    /** Enough for real threads; more would let one mail tie everything together. */
    private static final int MAX_IDS = 100;

    private static final int MAX_PAIRS = 20;

    /** RFC 5322 §2.1.1: a line's length, which a Message-ID can't exceed. */
    private static final int MAX_ID_LENGTH = 998;

    /** In lower case, without the colon. Of the major mail programs in English, German, French, Spanish, Italian, Nordic, Dutch. */
    private static final Set<String> MARKS = Set.of(
            "re", "r", "aw", "antw", "antwort", "sv", "vs", "rv", "ref", "rif", "fw", "fwd", "wg", "tr", "enc", "i",
            "vl", "doorst");

    static ThreadKeys of(Mail mail) {
        Set<String> ids = new LinkedHashSet<>();
        List<String> references = mail.references();
        mail.messageId().ifPresent(ids::add);
        // The nearest tell most.
        ids.addAll(references
                .subList(Math.max(0, references.size() - MAX_IDS), references.size())
                .reversed());
        List<String> keys = ids.stream()
                .filter(id -> !id.isBlank() && id.length() <= MAX_ID_LENGTH)
                .map(id -> "id:" + new MailDigest().add(id))
                .toList();
        String bare = bare(mail.subject());
        boolean reply = !bare.equals(normal(mail.subject()));
        return new ThreadKeys(keys, references.isEmpty() ? pairs(mail, bare) : List.of(), reply);
    }

    private static List<String> pairs(Mail mail, String subject) {
        String from = mail.from().email();
        if (subject.isEmpty() || from.isEmpty()) {
            return List.of();
        }
        return Stream.concat(mail.to().stream(), mail.cc().stream())
                .map(Address::email)
                .filter(to -> !to.isEmpty() && !to.equals(from))
                .distinct()
                .limit(MAX_PAIRS)
                .map(to -> from.compareTo(to) < 0
                        ? new MailDigest().add(from).add(to)
                        : new MailDigest().add(to).add(from))
                .map(pair -> "subject:" + pair.add(subject))
                .toList();
    }

    /** A subject without marks of answering, in lower case, with single spaces. */
    static String bare(String subject) {
        String bare = normal(subject);
        for (int colon = bare.indexOf(':'); colon > 0; colon = bare.indexOf(':')) {
            if (!isMark(bare.substring(0, colon))) {
                break;
            }
            bare = bare.substring(colon + 1).strip();
        }
        return bare;
    }

    /** "re", "re[2]", "aw (3)": a mark, perhaps counted. */
    private static boolean isMark(String prefix) {
        int end = 0;
        while (end < prefix.length() && Character.isLetter(prefix.charAt(end))) {
            end++;
        }
        return MARKS.contains(prefix.substring(0, end))
                && prefix.substring(end).chars().allMatch(c -> Character.isDigit(c) || "[]() ^".indexOf(c) >= 0);
    }

    private static String normal(String subject) {
        StringBuilder normal = new StringBuilder(subject.length());
        boolean gap = false;
        for (int i = 0; i < subject.length(); i++) {
            char c = subject.charAt(i);
            if (Character.isWhitespace(c) || c == '\u00A0') {
                gap = !normal.isEmpty();
            } else {
                normal.append(gap ? " " : "").append(c);
                gap = false;
            }
        }
        return normal.toString().toLowerCase(Locale.ROOT);
    }
}
