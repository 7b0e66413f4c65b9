package app.whichday.event;

import app.whichday.choice.Features;
import app.whichday.mail.Block;
import app.whichday.mail.Mail;
import java.time.LocalDate;
import java.util.Locale;

/** What is to be seen of a whole mail when it is asked whether it brings something for the calendar. */
final class MailTraits {
    private static final int MOST_WORDS = 350;
    private static final int MOST_OF_SENTENCE = 60;

    private final Traits traits = new Traits();
    private final Seen seen;

    private MailTraits(Seen seen) {
        this.seen = seen;
    }

    static Features of(Seen seen) {
        MailTraits mail = new MailTraits(seen);
        mail.traits.is("always");
        mail.people(seen.mail());
        mail.times(seen.mail().sent().local().toLocalDate().plusDays(40));
        mail.text();
        return mail.traits.build();
    }

    private void people(Mail mail) {
        boolean to =
                mail.to().stream().anyMatch(address -> seen.owner().emails().contains(address.email()));
        int count = mail.to().size() + mail.cc().size();
        traits.is("to-" + (count <= 1 ? "one" : count <= 4 ? "few" : count <= 12 ? "many" : "crowd"));
        traits.is(to ? "to-owner" : "to-others");
        traits.when(mail.bulk().list(), "list");
        traits.when(mail.bulk().automatic(), "automatic");
        traits.when(seen.owner().emails().contains(mail.from().email()), "from-owner");
        String subject = mail.subject().toLowerCase(Locale.ROOT);
        boolean reply = subject.startsWith("re:") || subject.startsWith("aw:");
        boolean forward = subject.startsWith("fw") || subject.startsWith("wg:");
        traits.is(reply ? "reply" : forward ? "forward" : "fresh");
    }

    private void times(LocalDate soon) {
        int own = 0;
        int timed = 0;
        int near = 0;
        int quoted = 0;
        for (Start start : seen.starts()) {
            if (start.clock().isPresent()) {
                continue;
            }
            traits.is("time-" + Terms.lower(start.reading().grain()) + (start.own() ? "" : "-quoted"));
            if (start.own()) {
                own++;
                timed += start.timed() ? 1 : 0;
                near += start.date().isBefore(soon) ? 1 : 0;
            } else {
                quoted++;
            }
        }
        traits.is("times-" + Traits.count(own));
        traits.is("clocks-" + Traits.count(timed));
        traits.is("near-" + Traits.count(near));
        traits.is("quoted-times-" + Traits.count(quoted));
    }

    private void text() {
        traits.pairs("s=", Terms.in(seen.mail().subject()), MOST_OF_SENTENCE);
        int words = 0;
        int questions = 0;
        for (int i = 0; i < seen.sentences().size() && words <= MOST_WORDS; i++) {
            String[] terms = seen.terms().get(i);
            boolean own = seen.sentences().get(i).block().kind() == Block.Kind.NEW;
            if (own) {
                words += terms.length;
                questions += seen.sentences().get(i).words().indexOf('?') >= 0 ? 1 : 0;
                traits.pairs("w=", terms, MOST_WORDS);
            }
            int sentence = i;
            if (seen.starts().stream().anyMatch(start -> start.sentence() == sentence)) {
                traits.pairs(own ? "d=" : "q=", terms, MOST_OF_SENTENCE);
            }
        }
        traits.is("length-"
                + (words == 0 ? "none" : words < 15 ? "line" : words < 60 ? "short" : words < 200 ? "page" : "long"));
        traits.is("questions-" + Traits.count(questions));
    }
}
