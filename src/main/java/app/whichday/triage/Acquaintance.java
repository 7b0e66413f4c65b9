package app.whichday.triage;

import app.whichday.account.Owner;
import app.whichday.choice.Circle;
import app.whichday.choice.Scope;
import app.whichday.mail.Address;
import app.whichday.mail.Mail;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/** Whom the owner may have come to know by a mail like this: its sender, their house, the list that it came by. */
final class Acquaintance {
    private Acquaintance() {}

    static Circle of(Mail mail, Owner owner) {
        if (mail.from().email().isEmpty()) {
            return Circle.NOBODY;
        }
        Map<Scope, String> members = new EnumMap<>(Scope.class);
        members.put(Scope.PERSON, mail.from().email());
        mail.from().house().ifPresent(house -> members.put(Scope.HOUSE, house));
        if (mail.bulk().list()) {
            // A list's mail is addressed to the list, in whatever words its headers name it.
            Stream.concat(mail.to().stream(), mail.cc().stream())
                    .map(Address::email)
                    .filter(email -> !email.isEmpty() && !owner.emails().contains(email))
                    .findFirst()
                    .ifPresent(list -> members.put(Scope.LIST, list));
        }
        return Circle.of(members);
    }
}
