package app.whichday.web;

import app.whichday.account.ImapAccount;
import app.whichday.account.ImapAccounts;
import app.whichday.account.Owner;
import app.whichday.account.Owners;
import app.whichday.mail.MailWatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Gathers what the settings page shows. */
@ApplicationScoped
class SettingsViews {
    private static final Map<String, String> LOCALES = Map.of(
            "en-US", "11/5 is 5 November (English, US)",
            "en-GB", "5/11 is 5 November (English, UK)",
            "de-DE", "5.11. ist der 5. November (Deutsch)");

    private final Owners owners;
    private final ImapAccounts accounts;
    private final MailWatch watch;
    private final Cards cards;

    SettingsViews(Owners owners, ImapAccounts accounts, MailWatch watch, Cards cards) {
        this.owners = owners;
        this.accounts = accounts;
        this.watch = watch;
        this.cards = cards;
    }

    SettingsView view(UriInfo address) {
        Owner owner = owners.current();
        return new SettingsView(
                "",
                Map.of(),
                new SettingsView.You(
                        owner.name(),
                        String.join("\n", owners.enteredEmails()),
                        owner.zone().getId(),
                        owner.locale().toLanguageTag()),
                owners.hasPassword(),
                Owners.PASSWORD_MIN,
                SettingsView.Mailbox.EMPTY,
                accounts.all().stream().map(this::account).toList(),
                feed(address),
                ZoneId.getAvailableZoneIds().stream()
                        .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
                        .sorted()
                        .toList(),
                locales(owner.locale().toLanguageTag()));
    }

    private String feed(UriInfo address) {
        return address.getBaseUriBuilder()
                .path("calendar/{secret}.ics")
                .build(owners.feedSecret())
                .toString();
    }

    private SettingsView.Account account(ImapAccounts.Registered registered) {
        ImapAccount account = registered.account();
        String name = account.user() + " " + account.folder();
        return watch.statuses().stream()
                .filter(status -> status.mailbox().startsWith(name))
                .findFirst()
                .map(status -> MailboxStatus.box(status, cards.words()))
                .map(box -> new SettingsView.Account(
                        registered.id().value(), name, server(account), box.line(), box.problem()))
                .orElseGet(() ->
                        new SettingsView.Account(registered.id().value(), name, server(account), "Not read yet", ""));
    }

    private static String server(ImapAccount account) {
        return account.host() + ":" + account.port() + ", " + account.security();
    }

    /** The known ways to write dates, and the owner's own where it is another. */
    private static List<SettingsView.Language> locales(String chosen) {
        return Stream.concat(LOCALES.keySet().stream().sorted(), Stream.of(chosen))
                .distinct()
                .map(tag -> new SettingsView.Language(tag, LOCALES.getOrDefault(tag, tag), tag.equals(chosen)))
                .toList();
    }
}
