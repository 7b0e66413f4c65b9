package app.whichday.triage;

import java.util.Locale;
import java.util.Set;

/**
 * What the part of an address before the @ tells without a header's help.
 *
 * @param shape "none", "named" (a first and a last name), "numbered", or "plain"
 * @param shared whether it is named after a group or an office, not a person
 */
record Mailbox(String shape, boolean shared) {
    private static final Set<String> SHARED = Set.of(
            "all",
            "list",
            "dl",
            "team",
            "group",
            "users",
            "user",
            "announcements",
            "announcement",
            "announce",
            "communications",
            "participants",
            "everyone",
            "employees",
            "staff",
            "members",
            "worldwide",
            "office",
            "chairman",
            "feedback",
            "help",
            "support",
            "news",
            "webmaster",
            "admin",
            "info",
            "service",
            "services",
            "sales",
            "subscriptions",
            "alerts",
            "alert",
            "notification",
            "notifications",
            "system",
            "server",
            "reporting",
            "management",
            "security",
            "events",
            "training",
            "class",
            "hr",
            "benefits",
            "market",
            "marketing");

    static Mailbox of(String email) {
        int at = email.indexOf('@');
        String local = (at < 0 ? email : email.substring(0, at)).toLowerCase(Locale.ROOT);
        if (local.isEmpty()) {
            return new Mailbox("none", false);
        }
        boolean shared = false;
        int begin = 0;
        for (int i = 0; i <= local.length(); i++) {
            if (i == local.length() || !Character.isLetter(local.charAt(i))) {
                shared |= SHARED.contains(local.substring(begin, i));
                begin = i + 1;
            }
        }
        int dot = local.indexOf('.');
        String shape = local.chars().anyMatch(Character::isDigit)
                ? "numbered"
                : dot > 0 && dot < local.length() - 1 && local.indexOf('-') < 0 ? "named" : "plain";
        return new Mailbox(shape, shared);
    }
}
