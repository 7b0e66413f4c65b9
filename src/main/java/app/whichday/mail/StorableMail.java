package app.whichday.mail;

import java.util.List;
import java.util.Optional;

/**
 * A mail with the characters replaced that PostgreSQL's text can't hold: NUL, and surrogates without their other half. One
 * character for one, so that the blocks' offsets still hold.
 */
final class StorableMail {
    private static final char REPLACEMENT = '\uFFFD';

    private StorableMail() {}

    static Mail of(Mail mail) {
        return new Mail(
                mail.messageId().map(StorableMail::text),
                texts(mail.references()),
                address(mail.from()),
                mail.to().stream().map(StorableMail::address).toList(),
                mail.cc().stream().map(StorableMail::address).toList(),
                text(mail.subject()),
                mail.sent(),
                bulk(mail.bulk()),
                text(mail.body()),
                mail.blocks().stream().map(StorableMail::block).toList(),
                texts(mail.invitations()),
                texts(mail.attachments()),
                mail.skipped().stream()
                        .map(skipped -> new Skipped(text(skipped.what()), text(skipped.why())))
                        .toList());
    }

    private static Block block(Block block) {
        Optional<Address> writer = block.writer().map(StorableMail::address);
        return new Block(block.kind(), block.level(), block.begin(), block.end(), writer, block.sent());
    }

    private static Mail.Bulk bulk(Mail.Bulk bulk) {
        return new Mail.Bulk(bulk.list(), bulk.unsubscribe(), bulk.automatic(), text(bulk.precedence()));
    }

    private static Address address(Address address) {
        return new Address(text(address.name()), text(address.email()));
    }

    private static List<String> texts(List<String> texts) {
        return texts.stream().map(StorableMail::text).toList();
    }

    static String text(String text) {
        int bad = firstBad(text, 0);
        if (bad < 0) {
            return text;
        }
        StringBuilder storable = new StringBuilder(text);
        for (; bad >= 0; bad = firstBad(text, bad + 1)) {
            storable.setCharAt(bad, REPLACEMENT);
        }
        return storable.toString();
    }

    private static int firstBad(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c) && !paired(text, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean paired(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
}
