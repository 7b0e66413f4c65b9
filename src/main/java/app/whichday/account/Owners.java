package app.whichday.account;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The owner of this installation; there is exactly one, made on the first start. */
@ApplicationScoped
public class Owners {
    /** The name to sign in with. */
    public static final String USERNAME = "owner";

    /** What a signed-in owner is allowed by. */
    public static final String ROLE = "owner";

    /** Shortest password that is taken, in characters. */
    public static final int PASSWORD_MIN = 10;

    /** bcrypt reads no further. */
    private static final int PASSWORD_MAX_BYTES = 72;

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;]{1,64}@[^\\s@<>,;]{1,255}");

    private final AccountConfig config;
    private final ImapAccounts accounts;

    Owners(AccountConfig config, ImapAccounts accounts) {
        this.config = config;
        this.accounts = accounts;
    }

    /** The owner's row must be there before anybody signs in or reads a mail. */
    @Transactional
    void start(@Observes @Priority(100) StartupEvent event) {
        OwnerEntity owner = row();
        if (config.forgetPassword() && owner.passwordSet) {
            forgetPassword(owner);
        }
    }

    /** The owner. Their addresses include those of their IMAP accounts. */
    @Transactional
    public Owner current() {
        OwnerEntity row = row();
        Set<String> emails = new LinkedHashSet<>(Arrays.asList(row.emails));
        for (ImapAccounts.Registered registered : accounts.all()) {
            String user = registered.account().user().toLowerCase(Locale.ROOT);
            if (ADDRESS.matcher(user).matches()) {
                emails.add(user);
            }
        }
        return row.toOwner(emails);
    }

    /** The addresses that were entered, without those that follow from the IMAP accounts; in the order entered. */
    @Transactional
    public Set<String> enteredEmails() {
        return new LinkedHashSet<>(Arrays.asList(row().emails));
    }

    /** Whether it can be one of the owner's addresses. */
    public static boolean isAddress(String email) {
        return ADDRESS.matcher(email).matches();
    }

    /** @throws Refused when an address isn't one */
    @Transactional
    public void update(String name, Set<String> emails, ZoneId zone, Locale locale) {
        for (String email : emails) {
            if (!isAddress(email)) {
                throw new Refused(
                        "emails", "“" + email + "” is not a mail address; write one like alice@example.org per line.");
            }
        }
        OwnerEntity row = row();
        row.name = name.strip();
        row.emails = emails.stream()
                .map(email -> email.toLowerCase(Locale.ROOT))
                .distinct()
                .toArray(String[]::new);
        row.zone = zone.getId();
        row.zoneChosen = true;
        row.locale = locale.toLanguageTag();
    }

    /** Whether the owner, or the configuration, has said which zone they live in. */
    @Transactional
    public boolean zoneChosen() {
        return row().zoneChosen;
    }

    /** The secret part of the calendar feed's URL: 128 random bits, URL-safe. */
    @Transactional
    public String feedSecret() {
        return row().feedSecret;
    }

    /** A new secret; the feed's old URL no longer works. */
    @Transactional
    public String renewFeedSecret() {
        OwnerEntity row = row();
        row.feedSecret = RandomSecret.next();
        return row.feedSecret;
    }

    /** Whether the owner has set a password; until then a one-time link lets them in. */
    @Transactional
    public boolean hasPassword() {
        return row().passwordSet;
    }

    /**
     * Sets the password.
     *
     * @param old the password until now; not looked at where none was set
     * @throws Refused when the old one is wrong or the new one too short or too long
     */
    @Transactional
    public void changePassword(Optional<String> old, String password) {
        OwnerEntity row = row();
        if (row.passwordSet && !BcryptUtil.matches(old.orElse(""), row.password)) {
            throw new Refused("old", "That is not the password until now; enter the one you sign in with.");
        }
        if (password.codePointCount(0, password.length()) < PASSWORD_MIN) {
            throw new Refused("password", "A password needs at least " + PASSWORD_MIN + " characters.");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > PASSWORD_MAX_BYTES) {
            throw new Refused(
                    "password", "A password has at most " + PASSWORD_MAX_BYTES + " bytes; take a shorter one.");
        }
        row.password = BcryptUtil.bcryptHash(password);
        row.passwordSet = true;
    }

    private void forgetPassword(OwnerEntity row) {
        row.password = BcryptUtil.bcryptHash(RandomSecret.next());
        row.passwordSet = false;
    }

    private static ZoneId configured(String zone) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new IllegalStateException(
                    "whichday.owner.zone: “" + zone + "” is not a time zone; write one like Europe/Berlin.", e);
        }
    }

    private OwnerEntity row() {
        OwnerEntity row = OwnerEntity.findById(OwnerEntity.ONLY);
        return row != null ? row : create();
    }

    private OwnerEntity create() {
        OwnerEntity row = new OwnerEntity();
        forgetPassword(row);
        row.name = config.name().orElse("");
        row.emails = config.emails().orElse(Set.of()).stream()
                .map(email -> email.toLowerCase(Locale.ROOT))
                .sorted()
                .toArray(String[]::new);
        config.zone().ifPresent(zone -> {
            row.zone = configured(zone).getId();
            row.zoneChosen = true;
        });
        row.locale = config.locale();
        row.feedSecret = RandomSecret.next();
        row.persist();
        return row;
    }
}
