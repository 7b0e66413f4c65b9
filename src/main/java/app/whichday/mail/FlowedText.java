package app.whichday.mail;

/** Joins the soft line breaks of {@code format=flowed} text (RFC 3676), so that no date is cut by one. */
final class FlowedText {
    private FlowedText() {}

    /** @param delSp whether the space before a soft break goes with it (RFC 3676 §4.5) */
    static String join(String text, boolean delSp) {
        StringBuilder out = new StringBuilder(text.length());
        boolean soft = false;
        int depthBefore = 0;
        int begin = 0;
        while (begin < text.length()) {
            int end = text.indexOf('\n', begin);
            end = end < 0 ? text.length() : end;
            int depth = 0;
            while (begin + depth < end && text.charAt(begin + depth) == '>') {
                depth++;
            }
            int content = begin + depth;
            if (content < end && text.charAt(content) == ' ') {
                content++; // stuffed
            }
            boolean delimiter = text.startsWith("-- ", content) && end - content == 3;
            if (soft && depth == depthBefore && !delimiter) {
                out.setLength(out.length() - 1);
                if (delSp) {
                    out.setLength(out.length() - 1);
                }
            } else if (depth > 0) {
                out.repeat('>', depth).append(' ');
            }
            out.append(text, content, end).append('\n');
            soft = !delimiter && end > content && text.charAt(end - 1) == ' ';
            depthBefore = depth;
            begin = end + 1;
        }
        return out.toString();
    }
}
