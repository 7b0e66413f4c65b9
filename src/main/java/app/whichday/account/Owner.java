package app.whichday.account;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;

/**
 * The person whose mailbox it is, as the subtasks need them.
 *
 * @param name as in a greeting; empty where unknown
 * @param emails their addresses, lower-case
 * @param zone where they live: proposals and the agenda are shown in it
 * @param locale order of numeric dates, language
 */
public record Owner(String name, Set<String> emails, ZoneId zone, Locale locale) {
    public Owner {
        emails = Set.copyOf(emails);
    }
}
