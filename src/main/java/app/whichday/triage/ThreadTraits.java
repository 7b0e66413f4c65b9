package app.whichday.triage;

import app.whichday.choice.Features;
import app.whichday.mail.Address;
import app.whichday.mail.Block;
import app.whichday.mail.Mail;
import app.whichday.mail.Sentence;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a mail answers or passes on, as its quotes tell: whose words, whether they asked, how much is said to them. */
final class ThreadTraits {
    private static final int MOST_QUOTED = 2_000;
    private static final int MOST_WORDS = 300;
    private static final double QUOTED_LENGTH = 3;

    private ThreadTraits() {}

    /**
     * @param words how many words the mail adds
     * @param way is told what depends on whom the mail was sent to as well
     */
    static void describe(
            Mail mail, People people, int words, Features.Builder content, Features.Builder way, Outline outline) {
        List<Block> quoted =
                mail.blocks().stream().filter(block -> block.level() > 0).toList();
        int depth = quoted.stream().mapToInt(Block::level).max().orElse(0);
        way.is("quotes-deep=", String.valueOf(Math.min(4, depth)));
        way.is("quotes-many=", String.valueOf(Math.min(4, quoted.size())));
        if (quoted.isEmpty()) {
            outline.tell("quotes", "nobody");
            return;
        }
        Block latest = quoted.getFirst();
        Optional<Address> writer = latest.writer();
        String who = writer.isPresent() ? people.who(writer.get()) : "unknown";
        String kind = latest.kind().name().toLowerCase(Locale.ROOT);
        way.is("quotes=", who);
        outline.tell("quotes", who);
        way.is(kind + "=" + who);
        way.is(kind + "=" + who + "-words=" + Math.min(5, FormTraits.bits(words)));
        String text = mail.text(latest);
        if (text.indexOf('?') >= 0) {
            way.is("quotes-question-of=", who);
        }
        Bag bag = new Bag(MOST_WORDS);
        String start = text.substring(0, Math.min(MOST_QUOTED, text.length()));
        for (String word : Sentence.words(start).strip().split(" ")) {
            if (word.length() > 1 && Character.isLetter(word.charAt(0)) || word.equals("?")) {
                bag.add("quoted=" + word);
            }
        }
        bag.describe(content, QUOTED_LENGTH);
    }
}
