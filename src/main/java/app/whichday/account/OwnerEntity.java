package app.whichday.account;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.security.jpa.Password;
import io.quarkus.security.jpa.Roles;
import io.quarkus.security.jpa.UserDefinition;
import io.quarkus.security.jpa.Username;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;

/** The row of the one owner; quarkus-security-jpa checks passwords against it. */
@Entity
@Table(name = "owner")
@UserDefinition
class OwnerEntity extends PanacheEntityBase {
    static final long ONLY = 1;

    @Id
    long id = ONLY;

    @Username
    String username = Owners.USERNAME;

    @Password
    String password = "";

    @Column(name = "password_set")
    boolean passwordSet;

    @Roles
    String role = Owners.ROLE;

    String name = "";
    String[] emails = {};
    String zone = "UTC";

    @Column(name = "zone_chosen")
    boolean zoneChosen;

    String locale = "en-US";

    @Column(name = "feed_secret")
    String feedSecret = "";

    Owner toOwner(Set<String> allEmails) {
        return new Owner(name, allEmails, ZoneId.of(zone), Locale.forLanguageTag(locale));
    }
}
