package app.whichday.web;

import app.whichday.account.ImapAccount;
import app.whichday.account.ImapAccountId;
import app.whichday.account.ImapAccounts;
import app.whichday.account.OneTimeLink;
import app.whichday.account.Owners;
import app.whichday.account.Refused;
import app.whichday.mail.ImapMailboxes;
import app.whichday.mail.MailboxException;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Who the owner is, how they sign in, which mailboxes are read, and the calendar's address. */
@Path("/settings")
@Blocking
@RolesAllowed(Owners.ROLE)
@Produces(MediaType.TEXT_HTML)
public class SettingsPage {
    /** What can have been saved, by the word in the address after it. */
    private static final Map<String, String> SAVED = Map.of(
            "you", "Saved.",
            "password", "The password is set. From now on sign in with it.",
            "mailbox", "The mailbox is being read; new proposals appear in the inbox.",
            "removed", "The mailbox is no longer read. What was read stays.",
            "feed", "The calendar has a new address. Programs with the old one no longer get it.");

    private final Pages pages;
    private final SettingsViews views;
    private final Owners owners;
    private final OneTimeLink link;
    private final ImapAccounts accounts;
    private final ImapMailboxes mailboxes;

    SettingsPage(
            Pages pages,
            SettingsViews views,
            Owners owners,
            OneTimeLink link,
            ImapAccounts accounts,
            ImapMailboxes mailboxes) {
        this.pages = pages;
        this.views = views;
        this.owners = owners;
        this.link = link;
        this.accounts = accounts;
        this.mailboxes = mailboxes;
    }

    @GET
    @Operation(hidden = true)
    public Response settings(@RestQuery @DefaultValue("") String saved, @Context UriInfo address) {
        return page(views.view(address).saying(SAVED.getOrDefault(saved, "")), Response.Status.OK);
    }

    @POST
    @Path("you")
    @Operation(hidden = true)
    public Response you(
            @RestForm @DefaultValue("") String name,
            @RestForm @DefaultValue("") String emails,
            @RestForm @DefaultValue("") String zone,
            @RestForm @DefaultValue("en-US") String locale,
            @Context UriInfo address) {
        try {
            owners.update(name, Entered.lines(emails), Entered.zone(zone), Entered.locale(locale));
            return saved("you");
        } catch (Refused e) {
            return refused(views.view(address)
                    .you(new SettingsView.You(name, emails, zone, locale))
                    .refusing(e));
        }
    }

    /** The zone alone, as the banner on the first page offers it. */
    @POST
    @Path("zone")
    @Operation(hidden = true)
    public Response zone(@RestForm @DefaultValue("") String zone, @Context UriInfo address) {
        try {
            var owner = owners.current();
            owners.update(owner.name(), owners.enteredEmails(), Entered.zone(zone), owner.locale());
            return Response.seeOther(URI.create("/")).build();
        } catch (Refused e) {
            return refused(views.view(address).refusing(e));
        }
    }

    @POST
    @Path("password")
    @Operation(hidden = true)
    public Response password(
            @RestForm @DefaultValue("") String old,
            @RestForm @DefaultValue("") String password,
            @Context UriInfo address) {
        try {
            owners.changePassword(old.isEmpty() ? Optional.empty() : Optional.of(old), password);
            link.revoke();
            return saved("password");
        } catch (Refused e) {
            return refused(views.view(address).refusing(e));
        }
    }

    /** Tries the mailbox before it is kept. */
    @POST
    @Path("mailboxes")
    @Operation(hidden = true)
    public Response mailbox(
            @RestForm @DefaultValue("") String host,
            @RestForm @DefaultValue("") String port,
            @RestForm @DefaultValue("") String security,
            @RestForm @DefaultValue("") String user,
            @RestForm @DefaultValue("") String secret,
            @RestForm @DefaultValue("INBOX") String folder,
            @Context UriInfo address) {
        try {
            ImapAccount account = Entered.account(host, port, security, user, folder);
            if (secret.isEmpty()) {
                throw new Refused("secret", "Enter the mailbox's password.");
            }
            Optional<MailboxException> problem = mailboxes.check(account, secret);
            if (problem.isPresent()) {
                throw new Refused("mailbox", problem.get().getMessage());
            }
            accounts.put(account, secret);
            return saved("mailbox");
        } catch (Refused e) {
            return refused(views.view(address)
                    .mailbox(new SettingsView.Mailbox(host, port, security, user, folder))
                    .refusing(e));
        }
    }

    @POST
    @Path("mailboxes/{id}/remove")
    @Operation(hidden = true)
    public Response remove(@RestPath long id) {
        accounts.remove(new ImapAccountId(id));
        return saved("removed");
    }

    @POST
    @Path("feed")
    @Operation(hidden = true)
    public Response renewFeed() {
        owners.renewFeedSecret();
        return saved("feed");
    }

    private static Response saved(String what) {
        return Response.seeOther(URI.create("/settings?saved=" + what)).build();
    }

    private Response refused(SettingsView view) {
        return page(view, Response.Status.BAD_REQUEST);
    }

    private Response page(SettingsView view, Response.Status status) {
        return Response.status(status)
                .entity(Templates.settings(pages.page("Settings", Page.Tab.SETTINGS), view))
                .build();
    }
}
