package app.whichday.triage;

import app.whichday.account.Owner;
import app.whichday.choice.Features;
import app.whichday.mail.Address;
import app.whichday.mail.Mail;
import java.util.List;
import java.util.Set;

/** Who sent a mail to whom, and how. */
final class WayTraits {
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

    private static final Set<String> ENDINGS = Set.of("com", "org", "net", "edu", "gov");

    private final Features.Builder features;
    private final Outline outline;

    private WayTraits(Features.Builder features, Outline outline) {
        this.features = features;
        this.outline = outline;
    }

    static void describe(Mail mail, Owner owner, Features.Builder features, Outline outline) {
        WayTraits traits = new WayTraits(features, outline);
        features.is("always");
        traits.sender(mail, owner);
        traits.recipients(mail, owner);
        traits.headers(mail);
    }

    /** How the owner is addressed: "list", "alone", among "few" or "many", or not at all ("hidden"). */
    static String addressed(Mail mail, Owner owner) {
        int count = mail.to().size() + mail.cc().size();
        if (mail.bulk().list()) {
            return "list";
        }
        return !names(mail.to(), owner) ? "hidden" : count <= 1 ? "alone" : count <= 4 ? "few" : "many";
    }

    private void when(boolean holds, String name) {
        if (holds) {
            features.is(name);
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
        outline.tell("from", house ? "house" : "outside");
        Mailbox sender = Mailbox.of(email);
        Mailbox recipient =
                Mailbox.of(mail.to().isEmpty() ? "" : mail.to().getFirst().email());
        features.is("from-", sender.shape());
        features.is("to-", recipient.shape());
        features.is("from-" + sender.shape() + "-to-" + recipient.shape());
        outline.tell("sender", sender.shape());
        outline.tell("recipient", recipient.shape());
        when(sender.shared(), "from-shared");
        when(recipient.shared(), "to-shared");
        String ending = domain.substring(domain.lastIndexOf('.') + 1);
        features.is("from-domain-", ENDINGS.contains(ending) ? ending : "other");
        features.is(
                "from-hosts=",
                String.valueOf(Math.min(3, domain.chars().filter(c -> c == '.').count())));
        features.is("same-house", shareOf(domain, mail));
        when(!mail.from().name().isBlank(), "from-named");
        when(local.indexOf('.') > 0 && house, "from-colleague");
        when(local.chars().filter(Character::isDigit).count() >= 3, "from-digits");
        when(email.isEmpty(), "from-nobody");
    }

    private static double shareOf(String domain, Mail mail) {
        int same = 0;
        int all = 0;
        for (List<Address> addresses : List.of(mail.to(), mail.cc())) {
            for (Address address : addresses) {
                same += address.email().endsWith("@" + domain) ? 1 : 0;
                all++;
            }
        }
        return same / (double) Math.max(1, all);
    }

    private void recipients(Mail mail, Owner owner) {
        boolean to = names(mail.to(), owner);
        boolean cc = names(mail.cc(), owner);
        int count = mail.to().size() + mail.cc().size();
        String how = to ? "to" : cc ? "cc" : "hidden";
        String many = count <= 1 ? "one" : count <= 4 ? "few" : count <= 12 ? "many" : "crowd";
        int direct = mail.to().size();
        features.is("to=", String.valueOf(direct < 4 ? direct : 4 + FormTraits.bits(direct)));
        features.is("cc=", String.valueOf(FormTraits.bits(mail.cc().size())));
        features.is("to-many", FormTraits.bits(direct) / 2.0);
        features.is("recipients", Math.log(1.0 + count) / 2);
        features.is("owner-", how);
        features.is("owner-" + how + "-of-" + many);
        outline.tell("owner", how + "-of-" + many);
        when(
                to
                        && !mail.to().isEmpty()
                        && owner.emails().contains(mail.to().getFirst().email()),
                "owner-first");
    }

    static boolean names(List<Address> addresses, Owner owner) {
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
}
