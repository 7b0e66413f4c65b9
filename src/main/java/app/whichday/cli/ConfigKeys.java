package app.whichday.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Every key that Whichday itself knows, for {@code doctor} to find typing mistakes without starting the container. A
 * test compares it with the rooms' mappings.
 */
final class ConfigKeys {
    static final String PREFIX = "whichday.";

    private static final String ENVIRONMENT_PREFIX = "WHICHDAY_";

    /** A key that ends in a dot stands for all that begin with it: its last part is the user's to name. */
    private static final List<String> KEYS = List.of(
            "whichday.assistant.ask-below",
            "whichday.assistant.ask-margin",
            "whichday.assistant.enabled",
            "whichday.assistant.retry-after",
            UserFile.KEY,
            ServerOptions.DATA,
            ServerOptions.DATABASE_PASSWORD,
            ServerOptions.DATABASE_URL,
            ServerOptions.DATABASE_USER,
            "whichday.cascade.accuracy",
            "whichday.demo",
            "whichday.demo.files",
            "whichday.engine.",
            ServerOptions.HOST,
            "whichday.imap.folder",
            "whichday.imap.host",
            "whichday.imap.password",
            "whichday.imap.port",
            "whichday.imap.security",
            "whichday.imap.user",
            "whichday.language.api-key",
            "whichday.language.base-url",
            "whichday.language.log-probabilities",
            "whichday.language.model.",
            "whichday.language.pause",
            "whichday.language.price.currency",
            "whichday.language.price.input",
            "whichday.language.price.output",
            "whichday.language.retries",
            "whichday.language.timeout",
            "whichday.language.tokens-per-day",
            "whichday.learning.after",
            "whichday.learning.enabled",
            "whichday.mail.connect-timeout",
            "whichday.mail.idle-renewal",
            "whichday.mail.max-retry-delay",
            "whichday.mail.poll-interval",
            "whichday.mail.read-timeout",
            "whichday.mail.retry-delay",
            "whichday.mail.trusted-certificates",
            "whichday.mail.watch",
            "whichday.mail.whole-message-limit",
            "whichday.owner.emails",
            "whichday.owner.forget-password",
            "whichday.owner.locale",
            "whichday.owner.name",
            "whichday.owner.zone",
            ServerOptions.PORT,
            "whichday.secret-key");

    /** Variables that say how a command runs, and configure nothing. */
    private static final Set<String> NO_KEYS = Set.of(Commands.TRACE);

    private ConfigKeys() {}

    static boolean isKnown(String key) {
        return KEYS.stream().anyMatch(known -> known.endsWith(".") ? key.startsWith(known) : key.equals(known));
    }

    /** One sentence about a key nobody reads; empty where it is known or none of ours. */
    static Optional<String> doubtAbout(String key) {
        return !key.startsWith(PREFIX) || isKnown(key)
                ? Optional.empty()
                : Optional.of("nobody reads the key " + Console.harmless(key) + Nearest.suggestion(key, KEYS, ""));
    }

    /** As {@link #doubtAbout}, for a variable of the environment: WHICHDAY_DATABASE_URL. */
    static Optional<String> doubtAboutVariable(String variable) {
        if (!variable.startsWith(ENVIRONMENT_PREFIX) || NO_KEYS.contains(variable)) {
            return Optional.empty();
        }
        Set<String> variables = KEYS.stream().map(ConfigKeys::variable).collect(Collectors.toSet());
        boolean known = variables.stream()
                .anyMatch(name -> name.endsWith("_") ? variable.startsWith(name) : variable.equals(name));
        return known
                ? Optional.empty()
                : Optional.of("nobody reads the environment's " + Console.harmless(variable)
                        + Nearest.suggestion(variable, variables, ""));
    }

    /** MicroProfile Config's rule: whatever is no letter or digit becomes an underscore. */
    private static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
