package app.whichday.mail;

import org.jspecify.annotations.Nullable;

/**
 * The time by which Lotus Notes heads a quoted mail: {@code 01/02/2001 01:20 PM} at the end of a line, alone or after the
 * writer's name.
 *
 * @param before what stands before it in the line, without "on"
 */
record NotesStamp(String before, SentTime sent) {
    private static final int LONGEST = 240;

    static @Nullable NotesStamp atEndOf(String line, SentTimeReader.Hint hint) {
        int begin = line.length() < 12 || line.length() > LONGEST ? -1 : dateBegin(line);
        if (begin < 0) {
            return null;
        }
        String tail = line.substring(begin);
        SentTimeReader.Found found = SentTimeReader.find(tail, hint).orElse(null);
        if (found == null || !found.timed() || found.begin() > 0 || !restIsEmpty(tail, found.end())) {
            return null;
        }
        String before = line.substring(0, begin).strip();
        if (before.endsWith(" on") || before.equals("on")) {
            before = before.substring(0, before.length() - 2).strip();
        }
        int from = before.lastIndexOf("From:"); // after the name of a department
        return new NotesStamp(from >= 0 ? before.substring(from + 5).strip() : before, found.sent());
    }

    private static boolean restIsEmpty(String tail, int end) {
        for (int i = end; i < tail.length(); i++) {
            char c = tail.charAt(i);
            if (c != '>' && c != ' ' && c != '-' && c != '\t' && c != ':') {
                return false;
            }
        }
        return true;
    }

    /** Where {@code 1/2/01} begins, the last in the line; -1 where the line can't end with a stamp. */
    private static int dateBegin(String line) {
        if (line.lastIndexOf(':') < line.length() - 12) {
            return -1;
        }
        for (int i = line.length() - 6; i >= 0; i--) {
            if (digit(line, i) && !digit(line, i - 1) && !separator(line, i - 1)) {
                int month = digit(line, i + 1) ? i + 2 : i + 1;
                int day = digit(line, month + 2) ? month + 3 : month + 2;
                if (separator(line, month) && digit(line, month + 1) && separator(line, day) && digit(line, day + 1)) {
                    return i;
                }
            }
        }
        return -1;
    }

    private static boolean digit(String line, int i) {
        return i >= 0 && i < line.length() && line.charAt(i) >= '0' && line.charAt(i) <= '9';
    }

    private static boolean separator(String line, int i) {
        return i >= 0 && i < line.length() && (line.charAt(i) == '/' || line.charAt(i) == '.');
    }
}
