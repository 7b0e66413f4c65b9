package app.whichday.triage;

import app.whichday.account.Owner;
import app.whichday.mail.Address;
import app.whichday.mail.Mail;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * By what names a mail's people may be called in it: the words of their display names and addresses, in lower case.
 *
 * @param owner of the mailbox
 * @param others among the recipients
 * @param sender the mail's
 */
record People(Set<String> owner, Set<String> others, Set<String> sender) {
    private static final int SHORTEST = 2;

    static People of(Mail mail, Owner owner) {
        Set<String> owners = new HashSet<>();
        words(owner.name(), owners);
        owner.emails().forEach(email -> words(local(email), owners));
        Set<String> others = new HashSet<>();
        Stream.concat(mail.to().stream(), mail.cc().stream())
                .filter(address -> !owner.emails().contains(address.email()))
                .forEach(address -> names(address, others));
        others.removeAll(owners);
        Set<String> sender = new HashSet<>();
        names(mail.from(), sender);
        return new People(owners, others, sender);
    }

    /** Who of them is called by one of the address's names: "owner", "sender", "other", or "unknown". */
    String who(Address address) {
        Set<String> names = new HashSet<>();
        names(address, names);
        return meet(names, owner) ? "owner" : meet(names, sender) ? "sender" : names.isEmpty() ? "unknown" : "other";
    }

    static boolean meet(Set<String> some, Set<String> others) {
        for (String one : some) {
            if (others.contains(one)) {
                return true;
            }
        }
        return false;
    }

    private static void names(Address address, Set<String> sink) {
        if (address.name().indexOf('@') < 0) {
            words(address.name(), sink);
        }
        words(local(address.email()), sink);
    }

    private static String local(String email) {
        int at = email.indexOf('@');
        return at < 0 ? email : email.substring(0, at);
    }

    private static void words(String text, Set<String> sink) {
        int begin = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || !Character.isLetter(text.charAt(i))) {
                if (i - begin >= SHORTEST) {
                    sink.add(text.substring(begin, i).toLowerCase(Locale.ROOT));
                }
                begin = i + 1;
            }
        }
    }
}
