package app.whichday.assistant;

import app.whichday.account.Owner;
import app.whichday.mail.Mail;
import app.whichday.mail.MailId;
import app.whichday.proposal.Draft;
import app.whichday.proposal.Proposal;
import app.whichday.proposal.ProposalId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sample mails through the real pipeline, in memory: read newest first, as the intake does. */
final class SampleInbox {
    private static final MailReader READER = MailReader.base();

    private final Owner owner = SampleMails.owner();
    private final Instant now;
    private final Map<String, List<ThreadSoFar.Brought>> threads = new HashMap<>();
    private final Map<String, Draft> drafts = new HashMap<>();
    private final Map<String, Understanding> understood = new HashMap<>();

    SampleInbox(Instant now) {
        this.now = now;
        List<Mail> mails = new ArrayList<>(SampleMails.at(now));
        mails.sort(Comparator.comparing((Mail mail) -> mail.sent().instant(owner.zone()))
                .reversed());
        for (Mail mail : mails) {
            read(mail);
        }
    }

    private void read(Mail mail) {
        String id = mail.messageId().orElseThrow();
        String thread = mail.references().isEmpty() ? id : mail.references().getFirst();
        List<ThreadSoFar.Brought> others = threads.computeIfAbsent(thread, key -> new ArrayList<>());
        Understanding reading = READER.read(mail, owner);
        understood.put(id, reading);
        Optional<Draft> draft = new Drafting(owner, now)
                .draft(new MailId(drafts.size() + 1L), reading, new ThreadSoFar(others, owner.zone()));
        draft.ifPresent(offered -> drafts.put(id, offered));
        others.add(new ThreadSoFar.Brought(
                mail.sent().instant(owner.zone()),
                reading.event().map(event -> event.action()),
                draft.map(this::offered).stream().toList()));
    }

    private Proposal offered(Draft draft) {
        return new Proposal(
                new ProposalId(drafts.size() + 1L),
                1,
                draft,
                Proposal.State.WAITING,
                now,
                Optional.empty(),
                Optional.empty());
    }

    /** By Message-ID. */
    Map<String, Draft> drafts() {
        return drafts;
    }

    Map<String, Understanding> understood() {
        return understood;
    }
}
