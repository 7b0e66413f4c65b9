package app.whichday.triage;

import app.whichday.account.Owner;
import app.whichday.choice.Features;
import app.whichday.mail.Block;
import app.whichday.mail.Mail;
import app.whichday.mail.Sentence;
import app.whichday.request.Requests;
import app.whichday.when.DatedExpression;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a mail's subject and new text say, and what they want of their reader. */
final class ContentTraits {
    private static final int MOST_PHRASES = 1_500;
    /** A word among many says less than one among few: all words and pairs of a text together have this length, as a vector. */
    private static final double TEXT_LENGTH = 6;

    private static final double SUBJECT_LENGTH = 2;

    private static final Set<String> TO_ALL =
            Set.of("all", "everyone", "everybody", "team", "folks", "colleagues", "alle", "zusammen");
    private static final Set<String> ABOUT_YOU =
            Set.of("you", "your", "you're", "you'd", "du", "dir", "sie", "ihr", "ihnen");
    private static final Set<String> ABOUT_ME = Set.of("i", "i'm", "i'll", "i've", "me", "my", "ich", "mir", "mich");

    private final Features.Builder features = Features.builder();
    private final Features.Builder way;
    private final Requests requests;
    private final Outline outline;

    private ContentTraits(Requests requests, Features.Builder way, Outline outline) {
        this.requests = requests;
        this.way = way;
        this.outline = outline;
    }

    /** @param way is told what depends on whom the mail was sent to as well */
    static Features of(
            Mail mail,
            Owner owner,
            List<DatedExpression> dates,
            Requests requests,
            Features.Builder way,
            Outline outline) {
        ContentTraits traits = new ContentTraits(requests, way, outline);
        traits.features.is("always");
        traits.subject(mail);
        traits.text(mail, owner);
        traits.dates(mail, dates);
        return traits.features.build();
    }

    private void when(boolean holds, String name) {
        when(holds, features, name);
    }

    private static void when(boolean holds, Features.Builder into, String name) {
        if (holds) {
            into.is(name);
        }
    }

    private void subject(Mail mail) {
        String subject = mail.subject().strip();
        String start = subject.toLowerCase(Locale.ROOT);
        boolean reply = start.startsWith("re:") || start.startsWith("aw:");
        boolean forward = start.startsWith("fw:") || start.startsWith("fwd:") || start.startsWith("wg:");
        String kind = reply ? "subject-reply" : forward ? "subject-forward" : "subject-new";
        features.is(kind);
        outline.tell("kind", kind);
        when(reply && mail.bulk().list(), way, "list-reply");
        when(subject.isEmpty(), "subject-empty");
        when(start.startsWith("["), "subject-tag");
        when(subject.indexOf('!') >= 0, "subject-shouts");
        when(subject.indexOf('?') >= 0, "subject-asks");
        when(subject.indexOf('$') >= 0 || subject.indexOf('%') >= 0, "subject-money");
        when(subject.length() > 6 && subject.equals(subject.toUpperCase(Locale.ROOT)), "subject-capitals");
        when(start.chars().filter(Character::isDigit).count() >= 5, "subject-number");
        String words = Sentence.words(subject);
        Cue.in(words).forEach(cue -> features.is("subject-", cue.name()));
        Set<String> phrases = new LinkedHashSet<>();
        words(words, "subject=", phrases);
        weigh(phrases, SUBJECT_LENGTH);
    }

    private void text(Mail mail, Owner owner) {
        List<Sentence> sentences = Sentence.ofNewText(mail);
        Set<Cue> seen = EnumSet.noneOf(Cue.class);
        Set<String> phrases = new LinkedHashSet<>();
        RequestTraits asking = new RequestTraits();
        int words = 0;
        int questions = 0;
        int asksOwner = 0;
        int yous = 0;
        int selves = 0;
        People people = People.of(mail, owner);
        AskingTraits reading = new AskingTraits();
        GreetingTraits greeting = new GreetingTraits(people);
        for (Sentence sentence : sentences) {
            String text = sentence.words();
            words += count(text);
            boolean question = text.indexOf('?') >= 0 && text.length() > 8;
            questions += question ? 1 : 0;
            int ofYou = countAny(text, ABOUT_YOU);
            boolean you = ofYou > 0;
            yous += ofYou;
            selves += countAny(text, ABOUT_ME);
            Set<Cue> cues = Cue.in(text);
            double request = requests.probability(text);
            asking.add(text, request, you, cues.contains(Cue.COURTESY));
            reading.add(text, request);
            greeting.add(text, request);
            boolean requested = cues.contains(Cue.REQUEST) || cues.contains(Cue.ANSWER_WANTED);
            asksOwner += (question || requested) && you ? 1 : 0;
            seen.addAll(cues);
            words(text, "word=", phrases);
            pairs(text, phrases);
        }
        weigh(phrases, TEXT_LENGTH);
        reading.describe(features);
        greeting.describe(mail, sentences, way, outline);
        ThreadTraits.describe(mail, people, words, features, way, outline);
        FormTraits.describe(mail, features, outline);
        asking.describe(features, way, WayTraits.addressed(mail, owner), outline);
        seen.forEach(cue -> features.is("text-", cue.name()));
        String length = words == 0
                ? "length-none"
                : words < 15
                        ? "length-line"
                        : words < 60 ? "length-short" : words < 250 ? "length-page" : "length-long";
        features.is(length);
        outline.tell("text", length);
        features.is(questions == 0 ? "questions-none" : questions == 1 ? "questions-one" : "questions-more");
        outline.tell("questions", questions, 2);
        outline.tell("you", FormTraits.bits(yous), 3);
        outline.tell("me", FormTraits.bits(selves), 3);
        cues(seen);
        features.is(asksOwner == 0 ? "asks-none" : asksOwner == 1 ? "asks-once" : "asks-more");
        boolean list = mail.bulk().list();
        boolean few = mail.to().size() + mail.cc().size() <= 4;
        boolean direct = !list && few && WayTraits.names(mail.to(), owner);
        when(asksOwner > 0 && direct, way, "asks-directly");
        when(questions > 0 && direct, way, "questions-directly");
        when(seen.contains(Cue.SCHEDULES) && seen.contains(Cue.FITS_A_TIME), "text-arranges");
        when(words == 0 && mail.blocks().stream().anyMatch(block -> block.level() > 0), "only-quotes");
        when(mail.blocks().stream().anyMatch(block -> block.kind() == Block.Kind.FORWARDED), "forwards");
        when(mail.blocks().stream().anyMatch(block -> block.kind() == Block.Kind.QUOTED), "quotes");
        when(owner.emails().contains(lastQuoted(mail)), way, "answers-owner");
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

    private void cues(Set<Cue> seen) {
        boolean schedules = seen.contains(Cue.SCHEDULES);
        boolean fits = seen.contains(Cue.FITS_A_TIME);
        outline.tell("arranges", schedules && fits ? "yes" : schedules ? "kind" : fits ? "time" : "no");
        outline.tell("attaches", seen.contains(Cue.ATTACHES) ? "yes" : "no");
        outline.tell("by", seen.contains(Cue.MACHINE) ? "machine" : seen.contains(Cue.OFFICIAL) ? "office" : "person");
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
        String many = links == 0 ? "links-none" : links < 3 ? "links-few" : "links-many";
        features.is(many);
        outline.tell("with", many);
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
        String days =
                future == 0 ? "future-none" : future < 3 ? "future-few" : future < 9 ? "future-some" : "future-many";
        String times = timed == 0 ? "timed-none" : timed < 4 ? "timed-few" : "timed-many";
        features.is(days);
        features.is(times);
        outline.tell("days", days);
        outline.tell("times", times);
    }

    private static boolean holdsAny(String words, Set<String> any) {
        return Arrays.stream(words.strip().split(" ")).anyMatch(any::contains);
    }

    private static int countAny(String words, Set<String> any) {
        return (int)
                Arrays.stream(words.strip().split(" ")).filter(any::contains).count();
    }

    private void weigh(Set<String> phrases, double length) {
        double value = length / Math.sqrt(Math.max(1, phrases.size()));
        phrases.forEach(phrase -> features.is(phrase, value));
    }

    private static void words(String words, String prefix, Set<String> phrases) {
        for (String word : words.strip().split(" ")) {
            boolean plain = word.length() > 1 && word.length() < 15 && Character.isLetter(word.charAt(0));
            if (plain && phrases.size() < MOST_PHRASES) {
                phrases.add(prefix + word);
            }
        }
    }

    private static void pairs(String words, Set<String> phrases) {
        String[] each = words.strip().split(" ");
        for (int i = 1; i < each.length && phrases.size() < MOST_PHRASES; i++) {
            phrases.add("pair=" + each[i - 1] + "_" + each[i]);
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
