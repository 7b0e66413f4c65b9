package app.whichday.triage;

import app.whichday.choice.Features;
import app.whichday.mail.Block;
import app.whichday.mail.Mail;

/**
 * What a text looks like from afar, before a word of it is read: people write a few even lines, machines tables of
 * labels, publishers rules, links and prices.
 */
final class FormTraits {
    private static final int SHORT = 40;
    private static final int RULE = 8;
    private static final int LONGEST_LABEL = 26;
    private static final String CODE = "{}<>|\\;=#";
    private static final String RULERS = "-=_*";

    private int characters;
    private int digits;
    private int capitals;
    private int shouts;
    private int dollars;
    private int code;
    private int lines;
    private int blank;
    private int brief;
    private int tables;
    private int labels;
    private int items;
    private int links;
    private int longest;
    private boolean ruled;
    private char first = ' ';

    private FormTraits() {}

    /** Of the text that the mail adds, signature included. */
    static void describe(Mail mail, Features.Builder features, Outline outline) {
        FormTraits form = new FormTraits();
        for (Block block : mail.blocks()) {
            if (block.level() == 0) {
                form.look(mail.body(), block);
            }
        }
        form.describe(features);
        outline.tell("lines", bits(form.lines), 8);
        outline.tell("digits", (int) (25.0 * form.digits / Math.max(1, form.characters)), 3);
    }

    private void look(String body, Block block) {
        int begin = block.begin();
        while (begin <= block.end()) {
            int end = body.indexOf('\n', begin);
            end = end < 0 || end > block.end() ? block.end() : end;
            line(body, begin, end);
            begin = end + 1;
        }
    }

    private void line(String body, int begin, int end) {
        lines++;
        longest = Math.max(longest, end - begin);
        brief += end > begin && end - begin < SHORT ? 1 : 0;
        int from = begin;
        while (from < end && Character.isWhitespace(body.charAt(from))) {
            from++;
        }
        if (from == end) {
            blank++;
            return;
        }
        first = first == ' ' ? body.charAt(from) : first;
        boolean table = false;
        int spaces = 0;
        int rulers = 0;
        for (int i = begin; i < end; i++) {
            char c = body.charAt(i);
            count(c);
            links += c == ':' && body.startsWith("http", Math.max(0, i - 4)) || isWeb(body, i) ? 1 : 0;
            spaces = c == ' ' ? spaces + 1 : 0;
            table |= c == '\t' || spaces >= 3 && i > from && i < end - 1;
            rulers = RULERS.indexOf(c) >= 0 ? rulers + 1 : 0;
            ruled |= rulers >= RULE;
        }
        tables += table ? 1 : 0;
        labels += isLabelled(body, from, end) ? 1 : 0;
        items += isItem(body, from, end) ? 1 : 0;
    }

    private void count(char c) {
        characters++;
        digits += Character.isDigit(c) ? 1 : 0;
        capitals += Character.isUpperCase(c) ? 1 : 0;
        shouts += c == '!' ? 1 : 0;
        dollars += c == '$' ? 1 : 0;
        code += CODE.indexOf(c) >= 0 ? 1 : 0;
    }

    private static boolean isWeb(String body, int at) {
        return body.charAt(at) == 'w' && body.startsWith("www.", at);
    }

    /** "Order number: …" */
    private static boolean isLabelled(String body, int from, int end) {
        int limit = Math.min(end, from + LONGEST_LABEL);
        for (int i = from; i < limit; i++) {
            char c = body.charAt(i);
            if (c == ':') {
                return i - from >= 2;
            }
            if (!Character.isLetterOrDigit(c) && c != ' ' && c != '#' && c != '_') {
                return false;
            }
        }
        return false;
    }

    /** "- …", "* …", "2. …", "3) …" */
    private static boolean isItem(String body, int from, int end) {
        int i = from;
        if ("-*\u2022o".indexOf(body.charAt(i)) >= 0) {
            i++;
        } else {
            while (i < end && Character.isDigit(body.charAt(i))) {
                i++;
            }
            if (i == from || i == end || body.charAt(i) != '.' && body.charAt(i) != ')') {
                return false;
            }
            i++;
        }
        return i < end && Character.isWhitespace(body.charAt(i));
    }

    private void describe(Features.Builder features) {
        double size = Math.max(1, characters);
        double rows = Math.max(1, lines);
        features.is("form-digits", 6 * digits / size);
        features.is("form-capitals", 4 * capitals / size);
        features.is("form-code", 30 * code / size);
        features.is("form-shouts", Math.min(2, shouts / 3.0));
        features.is("form-money", Math.min(2, dollars / 2.0));
        features.is("form-links", Math.min(3, links / 2.0));
        features.is("form-brief", brief / rows);
        features.is("form-blank", blank / rows);
        features.is("form-table", tables / rows);
        features.is("form-labels", 2 * labels / rows);
        features.is("form-items", 2 * items / rows);
        features.is("form-length", Math.log(1 + characters) / 4);
        features.is("form-size=", String.valueOf(bits(characters)));
        features.is("form-lines=", String.valueOf(Math.min(8, bits(lines))));
        features.is("form-longest=", String.valueOf(bits(longest / SHORT)));
        if (ruled) {
            features.is("form-ruled");
        }
        if (Character.isLowerCase(first)) {
            features.is("form-lower");
        }
    }

    /** 0 for 0, 1 for 1 and 2, 2 for 3 to 6…: how often it doubles. */
    static int bits(int count) {
        return 31 - Integer.numberOfLeadingZeros(count + 1);
    }
}
