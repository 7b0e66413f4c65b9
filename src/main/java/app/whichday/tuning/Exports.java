package app.whichday.tuning;

import app.whichday.account.Owners;
import app.whichday.choice.Choosers;
import app.whichday.choice.Subtask;
import app.whichday.mail.Address;
import app.whichday.mail.Block;
import app.whichday.mail.Mail;
import app.whichday.mail.MailId;
import app.whichday.mail.Mails;
import app.whichday.mail.StoredMail;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes what was learned of a subtask as files to fine-tune a language model from. */
@ApplicationScoped
public class Exports {
    private final Lessons lessons;
    private final Mails mails;
    private final Owners owners;
    private final Choosers choosers;

    Exports(Lessons lessons, Mails mails, Owners owners, Choosers choosers) {
        this.lessons = lessons;
        this.mails = mails;
        this.owners = owners;
        this.choosers = choosers;
    }

    /**
     * @param validation the share of threads that is kept apart, 0 to 0.5
     * @param pseudonymise whether people get invented names
     */
    public record Wish(
            Subtask subtask, ChatExport.Kind kind, TrainerFormat format, double validation, boolean pseudonymise) {}

    /**
     * @throws NoSuchElementException where a language model is never asked about the subtask, in one sentence
     * @throws IOException where a file can't be written
     */
    public ChatExport.Written write(Wish wish, Path folder) throws IOException {
        String instruction = choosers.instruction(wish.subtask())
                .orElseThrow(() -> new NoSuchElementException("There is no subtask "
                        + wish.subtask().name() + " that a language model could answer; use "
                        + choosers.subtasks().stream()
                                .map(known -> known.subtask().name())
                                .collect(Collectors.joining(", "))
                        + "."));
        List<Lessons.Kept> kept = lessons.kept(wish.subtask());
        Optional<Collection<String>> people = wish.pseudonymise() ? Optional.of(people(kept)) : Optional.empty();
        return new ChatExport(wish.subtask(), instruction, wish.kind(), wish.format(), wish.validation(), people)
                .write(kept.stream().map(Lessons.Kept::lesson).toList(), folder);
    }

    /** Everybody whom a header or a quote's introduction names, and the owner. */
    private Collection<String> people(List<Lessons.Kept> kept) {
        Set<MailId> ids = kept.stream().map(Lessons.Kept::mail).collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> people = new TreeSet<>();
        people.add(owners.current().name());
        mails.find(ids).stream()
                .map(StoredMail::mail)
                .flatMap(Exports::named)
                .map(Address::name)
                .forEach(people::add);
        return people;
    }

    private static Stream<Address> named(Mail mail) {
        return Stream.of(
                        Stream.of(mail.from()),
                        mail.to().stream(),
                        mail.cc().stream(),
                        mail.blocks().stream().map(Block::writer).flatMap(Optional::stream))
                .flatMap(each -> each);
    }
}
