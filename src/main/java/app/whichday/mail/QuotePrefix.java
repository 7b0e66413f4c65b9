package app.whichday.mail;

/** The {@code > } before quoted lines. */
final class QuotePrefix {
    private QuotePrefix() {}

    /**
     * The block's characters with each line's quote prefix replaced by as many spaces, so that an expression that runs over
     * a line break is one stretch of words and offsets stay those of the body.
     */
    static String blank(String body, Block block) {
        if (block.level() == 0 && block.kind() == Block.Kind.NEW) {
            return body.substring(block.begin(), block.end());
        }
        char[] text = body.substring(block.begin(), block.end()).toCharArray();
        boolean lineStart = true;
        for (int i = 0; i < text.length; i++) {
            if (lineStart && text[i] == '>') {
                text[i] = ' ';
            } else if (text[i] == '\n') {
                lineStart = true;
            } else if (text[i] != ' ' && text[i] != '\t') {
                lineStart = false;
            }
        }
        return new String(text);
    }
}
