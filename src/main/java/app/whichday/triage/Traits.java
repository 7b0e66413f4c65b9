package app.whichday.triage;

import app.whichday.account.Owner;
import app.whichday.choice.Features;
import app.whichday.mail.Address;
import app.whichday.mail.Block;
import app.whichday.mail.Mail;
import app.whichday.mail.Sentence;
import app.whichday.when.DatedExpression;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What is to be seen of a mail when it is sorted: who sent it to whom and how, and what its text wants. */
final class Traits {
    private static final int MOST_WORDS = 400;
    private static final Set<String> MACHINES = Set.of(
            "noreply",
            "no-reply",
            "no.reply",
            "donotreply",
            "do-not-reply",
            "notification",
            "notifications",
            "notify",
            "alert",
            "alerts",
            "mailer-daemon",
            "postmaster",
            "root",
            "cron",
            "daemon",
            "system",
            "robot",
            "bot",
            "billing",
            "orders",
            "order",
            "receipts",
            "rechnung",
            "versand");
    private static final Set<String> OFFICES = Set.of(
            "info",
            "support",
            "service",
            "help",
            "helpdesk",
            "admin",
            "administrator",
            "announce",
            "announcement",
            "announcements",
            "hr",
            "office",
            "team",
            "webmaster",
            "customerservice",
            "accounts");
    private static final Set<String> PUBLISHERS = Set.of(
            "news",
            "newsletter",
            "newsletters",
            "marketing",
            "offers",
            "deals",
            "editor",
            "updates",
            "mail",
            "email",
            "digest",
            "promo");
    private static final Set<String> TO_ALL =
            Set.of("all", "everyone", "everybody", "team", "folks", "colleagues", "alle", "zusammen");
    private static final Set<String> ABOUT_YOU =
            Set.of("you", "your", "you're", "you'd", "du", "dir", "sie", "ihr", "ihnen");

    private final Features.Builder features = Features.builder();

    private Traits() {}

    static Features of(Mail mail, Owner owner, List<DatedExpression> dates) {
        Traits traits = new Traits();
        traits.features.is("always");
        traits.sender(mail, owner);
        traits.recipients(mail, owner);
        traits.headers(mail);
        traits.subject(mail);
        traits.text(mail, owner);
        traits.dates(mail, dates);
        return traits.features.build();
    }

    private void when(boolean holds, String name) {
        if (holds) {
            features.is(name);
        }
    }

    private void when(boolean holds, String prefix, String name) {
        if (holds) {
            features.is(prefix, name);
        }
    }

    private void sender(Mail mail, Owner owner) {
        String email = mail.from().email();
        int at = email.indexOf('@');
        String local = at < 0 ? email : email.substring(0, at);
        String domain = email.substring(at + 1);
        String first = local.isEmpty() ? "" : local.split("[-+_.=]", 2)[0];
        when(owner.emails().contains(email), "from-owner");
        when(MACHINES.contains(local) || MACHINES.contains(first), "from-machine");
        when(OFFICES.contains(local) || OFFICES.contains(first), "from-office");
        when(PUBLISHERS.contains(local) || PUBLISHERS.contains(first), "from-publisher");
        when(domain.startsWith("news") || domain.startsWith("mail.") || domain.startsWith("email."), "from-mail-host");
        boolean house = owner.emails().stream().anyMatch(mine -> mine.endsWith("@" + domain));
        features.is(house ? "from-house" : "from-outside");
        when(local.indexOf('.') > 0 && house, "from-colleague");
        when(local.chars().filter(Character::isDigit).count() >= 3, "from-digits");
        when(email.isEmpty(), "from-nobody");
    }

    private void recipients(Mail mail, Owner owner) {
        boolean to = names(mail.to(), owner);
        boolean cc = names(mail.cc(), owner);
        int count = mail.to().size() + mail.cc().size();
        String how = to ? "to" : cc ? "cc" : "hidden";
        String many = count <= 1 ? "one" : count <= 4 ? "few" : count <= 12 ? "many" : "crowd";
        features.is("owner-", how);
        features.is("owner-" + how + "-of-" + many);
        when(
                to
                        && !mail.to().isEmpty()
                        && owner.emails().contains(mail.to().getFirst().email()),
                "owner-first");
    }

    private static boolean names(List<Address> addresses, Owner owner) {
        return addresses.stream().anyMatch(address -> owner.emails().contains(address.email()));
    }

    private void headers(Mail mail) {
        when(mail.bulk().list(), "list");
        when(mail.bulk().unsubscribe(), "list-unsubscribe");
        when(mail.bulk().list() && !mail.bulk().unsubscribe(), "discussion-list");
        when(mail.bulk().automatic(), "automatic");
        when(mail.bulk().precedence().equals("bulk") || mail.bulk().precedence().equals("junk"), "precedence-bulk");
        when(!mail.invitations().isEmpty(), "invitation");
        when(!mail.attachments().isEmpty(), "attachment");
    }

    private void subject(Mail mail) {
        String subject = mail.subject().strip();
        String start = subject.toLowerCase(Locale.ROOT);
        boolean reply = start.startsWith("re:") || start.startsWith("aw:");
        boolean forward = start.startsWith("fw:") || start.startsWith("fwd:") || start.startsWith("wg:");
        features.is(reply ? "subject-reply" : forward ? "subject-forward" : "subject-new");
        when(reply && mail.bulk().list(), "list-reply");
        when(subject.isEmpty(), "subject-empty");
        when(start.startsWith("["), "subject-tag");
        when(subject.indexOf('!') >= 0, "subject-shouts");
        when(subject.indexOf('?') >= 0, "subject-asks");
        when(subject.indexOf('$') >= 0 || subject.indexOf('%') >= 0, "subject-money");
        when(subject.length() > 6 && subject.equals(subject.toUpperCase(Locale.ROOT)), "subject-capitals");
        when(start.chars().filter(Character::isDigit).count() >= 5, "subject-number");
        String words = Sentence.words(subject);
        Cue.in(words).forEach(cue -> features.is("subject-", cue.name()));
        words(words, "subject=", new HashSet<>());
    }

    private void text(Mail mail, Owner owner) {
        List<Sentence> sentences = Sentence.ofNewText(mail);
        Set<Cue> seen = EnumSet.noneOf(Cue.class);
        Set<String> vocabulary = new HashSet<>();
        int words = 0;
        int questions = 0;
        int asksOwner = 0;
        for (Sentence sentence : sentences) {
            String text = sentence.words();
            words += count(text);
            boolean question = text.indexOf('?') >= 0 && text.length() > 8;
            questions += question ? 1 : 0;
            Set<Cue> cues = Cue.in(text);
            boolean request = cues.contains(Cue.REQUEST) || cues.contains(Cue.ANSWER_WANTED);
            asksOwner += (question || request) && holdsAny(text, ABOUT_YOU) ? 1 : 0;
            seen.addAll(cues);
            words(text, "word=", vocabulary);
        }
        seen.forEach(cue -> features.is("text-", cue.name()));
        features.is(
                words == 0
                        ? "length-none"
                        : words < 15
                                ? "length-line"
                                : words < 60 ? "length-short" : words < 250 ? "length-page" : "length-long");
        features.is(questions == 0 ? "questions-none" : questions == 1 ? "questions-one" : "questions-more");
        features.is(asksOwner == 0 ? "asks-none" : asksOwner == 1 ? "asks-once" : "asks-more");
        boolean list = mail.bulk().list();
        boolean few = mail.to().size() + mail.cc().size() <= 4;
        when(asksOwner > 0 && !list && few && names(mail.to(), owner), "asks-directly");
        when(questions > 0 && !list && few && names(mail.to(), owner), "questions-directly");
        when(seen.contains(Cue.SCHEDULES) && seen.contains(Cue.FITS_A_TIME), "text-arranges");
        when(words == 0 && mail.blocks().stream().anyMatch(block -> block.level() > 0), "only-quotes");
        when(mail.blocks().stream().anyMatch(block -> block.kind() == Block.Kind.FORWARDED), "forwards");
        when(mail.blocks().stream().anyMatch(block -> block.kind() == Block.Kind.QUOTED), "quotes");
        when(owner.emails().contains(lastQuoted(mail)), "answers-owner");
        greeting(sentences, owner);
        links(mail);
    }

    private void greeting(List<Sentence> sentences, Owner owner) {
        if (sentences.isEmpty()) {
            return;
        }
        String first = sentences.getFirst().words();
        String opening = first.length() > 60 ? first.substring(0, 60) : first;
        String name = owner.name().isBlank()
                ? ""
                : Sentence.words(owner.name()).strip().split(" ")[0];
        when(!name.isEmpty() && opening.contains(" " + name + " "), "greets-owner");
        when(count(first) <= 5 && holdsAny(first, TO_ALL), "greets-all");
    }

    private static String lastQuoted(Mail mail) {
        return mail.blocks().stream()
                .filter(block -> block.level() == 1 && block.writer().isPresent())
                .findFirst()
                .map(block -> block.writer().get().email())
                .orElse("");
    }

    private void links(Mail mail) {
        int links = 0;
        for (int at = mail.body().indexOf("http");
                at >= 0 && links < 8;
                at = mail.body().indexOf("http", at + 4)) {
            links++;
        }
        features.is(links == 0 ? "links-none" : links < 3 ? "links-few" : "links-many");
    }

    private void dates(Mail mail, List<DatedExpression> dates) {
        LocalDateTime sent = mail.sent().local();
        int future = 0;
        int timed = 0;
        for (DatedExpression date : dates) {
            LocalDateTime start = date.expression().best().start();
            if (date.block().kind() == Block.Kind.NEW
                    && start != null
                    && !start.toLocalDate().isBefore(sent.toLocalDate())) {
                future++;
                timed += date.expression().best().timed() ? 1 : 0;
            }
        }
        features.is(
                future == 0 ? "future-none" : future < 3 ? "future-few" : future < 9 ? "future-some" : "future-many");
        features.is(timed == 0 ? "timed-none" : timed < 4 ? "timed-few" : "timed-many");
    }

    private static boolean holdsAny(String words, Set<String> any) {
        return Arrays.stream(words.strip().split(" ")).anyMatch(any::contains);
    }

    /** Each word that has not been seen yet, up to a number that a person would write. */
    private void words(String words, String prefix, Set<String> seen) {
        for (String word : words.strip().split(" ")) {
            boolean plain = word.length() > 1 && word.length() < 15 && Character.isLetter(word.charAt(0));
            if (plain && seen.size() < MOST_WORDS && seen.add(word)) {
                features.is(prefix, word);
            }
        }
    }

    private static int count(String words) {
        int count = -1;
        for (int i = 0; i < words.length(); i++) {
            count += words.charAt(i) == ' ' ? 1 : 0;
        }
        return Math.max(count, 0);
    }
}
