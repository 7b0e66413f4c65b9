package app.whichday.web;

import app.whichday.account.ImapAccount;
import app.whichday.account.ImapAccountId;
import app.whichday.account.ImapAccounts;
import app.whichday.account.Owners;
import app.whichday.account.Refused;
import app.whichday.mail.ImapMailboxes;
import app.whichday.mail.MailWatch;
import app.whichday.mail.Mails;
import app.whichday.mail.StoredMail;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Mailboxes and how reading them stands, for scripts. */
@Path("/api")
@RolesAllowed(Owners.ROLE)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Mailboxes", description = "Which mailboxes are read, and how that stands")
public class AccountsApi {
    private final ImapAccounts accounts;
    private final ImapMailboxes mailboxes;
    private final MailWatch watch;
    private final Mails mails;
    private final Pages pages;

    AccountsApi(ImapAccounts accounts, ImapMailboxes mailboxes, MailWatch watch, Mails mails, Pages pages) {
        this.accounts = accounts;
        this.mailboxes = mailboxes;
        this.watch = watch;
        this.mails = mails;
        this.pages = pages;
    }

    @GET
    @Path("status")
    @Operation(summary = "How reading the mail stands")
    @APIResponse(
            responseCode = "200",
            description = "Mailboxes, mails by state, and how many proposals wait (100 at most)")
    public Json.StatusJson status() {
        Map<StoredMail.State, Long> counts = mails.counts();
        Page.Waiting waiting = pages.waiting();
        return new Json.StatusJson(
                watch.statuses().stream()
                        .map(status -> new Json.MailboxJson(
                                status.mailbox(),
                                status.phase().name().toLowerCase(Locale.ROOT),
                                status.done(),
                                status.total(),
                                status.problem().orElse(null)))
                        .toList(),
                counts.getOrDefault(StoredMail.State.RECEIVED, 0L),
                counts.getOrDefault(StoredMail.State.PROCESSED, 0L),
                counts.getOrDefault(StoredMail.State.SET_ASIDE, 0L),
                waiting.count() + (waiting.more() ? 1 : 0));
    }

    @GET
    @Path("accounts")
    @Operation(summary = "The mailboxes that are read, without their passwords")
    @APIResponse(responseCode = "200", description = "All of them")
    public List<Json.AccountJson> all() {
        return accounts.all().stream()
                .map(registered -> json(registered.id(), registered.account()))
                .toList();
    }

    @POST
    @Path("accounts")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(summary = "Read a further mailbox", description = "It is tried first, and kept only when that works.")
    @APIResponse(responseCode = "201", description = "It is being read")
    @APIResponse(
            responseCode = "400",
            description = "A setting is wrong, or the mailbox can't be opened; detail says why")
    public Json.AccountJson add(Json.@Nullable NewAccountJson sent) {
        if (sent == null) {
            throw new Refused("host", "Send the mailbox's host, user and password as JSON.");
        }
        String security = orElse(sent.security(), "TLS");
        int usual = security.equalsIgnoreCase("TLS") ? 993 : 143;
        ImapAccount account = Entered.account(
                orElse(sent.host(), ""),
                Integer.toString(sent.port() == null ? usual : sent.port()),
                security,
                orElse(sent.user(), ""),
                orElse(sent.folder(), "INBOX"));
        if (orElse(sent.password(), "").isEmpty()) {
            throw new Refused("password", "Send the mailbox's password in “password”.");
        }
        mailboxes.check(account, sent.password()).ifPresent(problem -> {
            throw new Refused("account", problem.getMessage());
        });
        return json(accounts.put(account, sent.password()), account);
    }

    @DELETE
    @Path("accounts/{id}")
    @ResponseStatus(204)
    @Operation(summary = "Stop reading a mailbox", description = "Mails already read stay.")
    @APIResponse(responseCode = "204", description = "It is no longer read")
    public void remove(@RestPath long id) {
        accounts.remove(new ImapAccountId(id));
    }

    private static Json.AccountJson json(ImapAccountId id, ImapAccount account) {
        return new Json.AccountJson(
                id.value(),
                account.host(),
                account.port(),
                account.security().name(),
                account.user(),
                account.folder());
    }

    private static String orElse(@Nullable String text, String other) {
        return text == null ? other : text;
    }
}
