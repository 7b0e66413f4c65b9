package app.whichday.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import java.util.Set;

/** Who the owner is when Whichday starts for the first time; afterwards the settings page decides. */
@ConfigMapping(prefix = "whichday.owner")
interface AccountConfig {
    /** As in a greeting. */
    Optional<String> name();

    /** Addresses besides those of the IMAP accounts. */
    Optional<Set<String>> emails();

    /** An IANA zone id; the first page offers the browser's where this is missing. */
    Optional<String> zone();

    /** A language tag: the order of numeric dates ("en-US" month first, "en-GB" day first). */
    @WithDefault("en-US")
    String locale();

    /** Forget the password at this start, and print a one-time link instead. */
    @WithDefault("false")
    boolean forgetPassword();
}
