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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fills the store for a demo: with the sample mails, or with the user's own files. */
@ApplicationScoped
class DemoMailbox {
    private static final int BATCH = 100;

    private final DemoConfig config;
    private final Mails mails;
    private final Owners owners;
    private final Clock clock;

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
        List<Mailbox.Fetched> batch = new ArrayList<>();
        mailbox.read(mailbox.uids(), fetched -> {
            batch.add(fetched);
            if (batch.size() == BATCH) {
                store(mailbox, batch);
            }
        });
        store(mailbox, batch);
    }

    private void store(Mailbox mailbox, List<Mailbox.Fetched> batch) {
        mails.store(Optional.empty(), mailbox.name(), mailbox.uidValidity(), List.copyOf(batch));
        batch.clear();
    }
}
