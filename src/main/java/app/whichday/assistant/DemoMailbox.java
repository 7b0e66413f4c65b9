package app.whichday.assistant;

import app.whichday.account.Owner;
import app.whichday.account.Owners;
import app.whichday.mail.FileMailbox;
import app.whichday.mail.Mail;
import app.whichday.mail.Mailbox;
import app.whichday.mail.Mails;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** Fills the store for a demo: with the sample mails, or with the user's own files. */
@ApplicationScoped
class DemoMailbox {
    private static final Logger LOG = Logger.getLogger(DemoMailbox.class);
    private static final int BATCH = 100;

    private final DemoConfig config;
    private final Mails mails;
    private final Owners owners;
    private final Clock clock;
    private volatile Optional<Instant> asOf = Optional.empty();

    DemoMailbox(DemoConfig config, Mails mails, Owners owners, Clock clock) {
        this.config = config;
        this.mails = mails;
        this.owners = owners;
        this.clock = clock;
    }

    /** Before the intake begins, so that the samples' owner is known when they are read. */
    void fill(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
        if (!config.enabled()) {
            return;
        }
        List<Path> files = config.files().orElse(List.of());
        if (files.isEmpty()) {
            samples();
        } else {
            try (FileMailbox mailbox = FileMailbox.open(files)) {
                store(mailbox);
            }
        }
    }

    /** The moment as of which mail is read: that of the newest where files are shown, else now. */
    Instant now() {
        return asOf.orElseGet(clock::instant);
    }

    private void samples() {
        Owner owner = SampleMails.owner();
        owners.update(owner.name(), owner.emails(), owner.zone(), owner.locale());
        List<Mailbox.Fetched> fetched = new ArrayList<>();
        for (Mail mail : SampleMails.at(clock.instant())) {
            fetched.add(new Mailbox.Fetched.Read(new Mailbox.Uid(fetched.size() + 1L), mail));
        }
        mails.store(
                Optional.empty(),
                "samples",
                new Mailbox.UidValidity(clock.instant().getEpochSecond()),
                fetched);
    }

    private void store(Mailbox mailbox) {
        FilesSeen seen = new FilesSeen(clock.instant());
        List<Mailbox.Fetched> batch = new ArrayList<>();
        mailbox.read(mailbox.uids(), fetched -> {
            batch.add(fetched);
            if (fetched instanceof Mailbox.Fetched.Read read) {
                seen.see(read.mail());
            }
            if (batch.size() == BATCH) {
                store(mailbox, batch);
            }
        });
        store(mailbox, batch);
        Owner unknown = owners.current();
        seen.owner()
                .ifPresent(most -> owners.update(most.name(), Set.of(most.email()), unknown.zone(), unknown.locale()));
        asOf = Optional.of(seen.asOf());
        LOG.infof("The mails are read as of %s, when the newest was sent.", seen.asOf());
    }

    private void store(Mailbox mailbox, List<Mailbox.Fetched> batch) {
        mails.store(Optional.empty(), mailbox.name(), mailbox.uidValidity(), List.copyOf(batch));
        batch.clear();
    }
}
