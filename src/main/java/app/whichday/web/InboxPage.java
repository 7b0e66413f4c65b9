package app.whichday.web;

import app.whichday.account.ImapAccounts;
import app.whichday.account.Owners;
import app.whichday.account.Refused;
import app.whichday.assistant.MailReading;
import app.whichday.assistant.MailReadings;
import app.whichday.calendar.LocalCalendar;
import app.whichday.mail.MailWatch;
import app.whichday.mail.Mails;
import app.whichday.proposal.Decision;
import app.whichday.proposal.Proposal;
import app.whichday.proposal.ProposalId;
import app.whichday.proposal.Proposals;
import app.whichday.proposal.StaleDecisionException;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The approval inbox: what waits for the owner, and what they decide. */
@Path("/")
@Blocking
@RolesAllowed(Owners.ROLE)
@Produces(MediaType.TEXT_HTML)
public class InboxPage {
    private static final int SHOWN = 50;
    private static final int DECIDED_SHOWN = 8;
    private static final int COMING_DAYS = 14;

    private final Pages pages;
    private final Cards cards;
    private final Proposals proposals;
    private final Mails mails;
    private final MailReadings readings;
    private final MailWatch watch;
    private final ImapAccounts accounts;
    private final LocalCalendar calendar;
    private final Owners owners;

    InboxPage(
            Pages pages,
            Cards cards,
            Proposals proposals,
            Mails mails,
            MailReadings readings,
            MailWatch watch,
            ImapAccounts accounts,
            LocalCalendar calendar,
            Owners owners) {
        this.pages = pages;
        this.cards = cards;
        this.proposals = proposals;
        this.mails = mails;
        this.readings = readings;
        this.watch = watch;
        this.accounts = accounts;
        this.calendar = calendar;
        this.owners = owners;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance inbox() {
        List<Card> open = cards.open(SHOWN + 1);
        boolean more = open.size() > SHOWN;
        TimeWords words = cards.words();
        return Templates.inbox(
                pages.page("Inbox", Page.Tab.INBOX),
                new Inbox(
                        more ? open.subList(0, SHOWN) : open,
                        more,
                        cards.decided(DECIDED_SHOWN),
                        MailboxStatus.of(watch, mails, accounts, words),
                        coming(words)));
    }

    /**
     * What a page that is open needs to be up to date; cards that haven't changed are left alone, with whatever is being
     * typed into them.
     *
     * @param known the cards there, as {@link Card#known}
     */
    @GET
    @Path("inbox/changes")
    @Operation(hidden = true)
    public TemplateInstance changes(@RestQuery List<String> known) {
        List<Inbox.Change> changes = changesSince(known);
        // Counted last: a card that arrives in between is told of once more, a count that is behind is not.
        return Templates.changes(pages.waiting(), changes, gone(known), coming(cards.words()));
    }

    @GET
    @Path("inbox/status")
    @Operation(hidden = true)
    public TemplateInstance status() {
        return Templates.status(MailboxStatus.of(watch, mails, accounts, cards.words()));
    }

    @POST
    @Path("proposals/{id}")
    @Operation(hidden = true)
    public Response decide(
            @RestPath long id,
            @RestForm int version,
            @RestForm String decision,
            @RestForm @DefaultValue("") String date,
            @RestForm @DefaultValue("") String time,
            @HeaderParam("HX-Request") boolean htmx) {
        Proposal proposal = find(id);
        try {
            Decision read = DecisionForm.read(
                    decision, date, time, proposal, owners.current().zone());
            return answer(proposals.decide(proposal.id(), version, read), Response.Status.OK, Optional.empty(), htmx);
        } catch (StaleDecisionException e) {
            return answer(e.now(), Response.Status.CONFLICT, Optional.of(e.getMessage()), htmx);
        } catch (Refused e) {
            return answer(proposal, Response.Status.BAD_REQUEST, Optional.of(e.getMessage()), htmx);
        }
    }

    /** The whole mail in place of the passage. */
    @GET
    @Path("proposals/{id}/mail")
    @Operation(hidden = true)
    public TemplateInstance wholeMail(@RestPath long id) {
        Proposal proposal = find(id);
        return mails.find(proposal.draft().mail())
                .map(stored -> Templates.wholeMail(
                        cards.of(proposal, Optional.empty()),
                        BlockView.of(
                                stored.mail(),
                                readings.of(stored.id()).map(MailReading::dates).orElse(List.of()),
                                Optional.of(proposal.draft().evidence()),
                                cards.words())))
                .orElseThrow(() -> new NotFoundException("There is no mail for proposal " + id + " any more."));
    }

    /** The passage again, in place of the whole mail. */
    @GET
    @Path("proposals/{id}/passage")
    @Operation(hidden = true)
    public TemplateInstance passage(@RestPath long id) {
        return Templates.passage(cards.of(find(id), Optional.empty()));
    }

    private Proposal find(long id) {
        return proposals
                .find(new ProposalId(id))
                .orElseThrow(() -> new NotFoundException("There is no proposal " + id + "."));
    }

    /** With scripts the one card; without them the whole page, which says it by itself when all went well. */
    private Response answer(Proposal now, Response.Status status, Optional<String> notice, boolean htmx) {
        if (htmx) {
            return Response.status(status)
                    .entity(Templates.decided(cards.of(now, notice), pages.waiting()))
                    .build();
        }
        return notice.map(sentence -> Response.status(status)
                        .entity(Templates.problem(
                                pages.page("Not done", Page.Tab.INBOX), status.getStatusCode(), sentence))
                        .build())
                .orElseGet(() ->
                        Response.seeOther(URI.create("/#proposal-" + now.id())).build());
    }

    private List<Inbox.Change> changesSince(List<String> known) {
        Map<Long, String> there = new HashMap<>();
        known.forEach(each -> idOf(each).ifPresent(id -> there.put(id, each)));
        List<Inbox.Change> changes = new ArrayList<>();
        List<Card> open = cards.open(SHOWN);
        Set<Long> listed = new HashSet<>();
        String place = "beforeend:#cards";
        for (Card card : open.reversed()) {
            String shown = there.get(card.id());
            if (shown == null) {
                changes.add(new Inbox.Change(card, place));
            } else if (!shown.equals(card.known())) {
                changes.add(new Inbox.Change(card, "outerHTML:#proposal-" + card.id()));
            }
            listed.add(card.id());
            place = "beforebegin:#proposal-" + card.id();
        }
        for (Map.Entry<Long, String> shown : there.entrySet()) {
            if (!listed.contains(shown.getKey())) {
                proposals
                        .find(new ProposalId(shown.getKey()))
                        .map(now -> cards.of(now, Optional.empty()))
                        .filter(card -> !card.known().equals(shown.getValue()))
                        .ifPresent(card -> changes.add(new Inbox.Change(card, "outerHTML:#proposal-" + card.id())));
            }
        }
        return changes;
    }

    /** Of the cards there, those whose proposals were forgotten. */
    private List<Long> gone(List<String> known) {
        return known.stream()
                .map(InboxPage::idOf)
                .flatMap(Optional::stream)
                .filter(id -> proposals.find(new ProposalId(id)).isEmpty())
                .toList();
    }

    private List<Coming> coming(TimeWords words) {
        LocalDate today = words.today();
        return Coming.days(calendar.between(today, today.plusDays(COMING_DAYS), words.zone()), Map.of(), words);
    }

    /** The id in {@link Card#known}; empty where a page sends something else. */
    private static Optional<Long> idOf(String known) {
        int dot = known.indexOf('.');
        boolean number = dot > 0 && dot < 19 && known.chars().limit(dot).allMatch(c -> c >= '0' && c <= '9');
        return number ? Optional.of(Long.parseLong(known.substring(0, dot))) : Optional.empty();
    }
}
