package app.whichday.web;

import app.whichday.triage.Category;
import java.util.Locale;
import java.util.Optional;

/** What the owner calls the categories. */
final class LaneNames {
    static final String SET_ASIDE = "set-aside";

    private LaneNames() {}

    static String key(Category category) {
        return category.name().toLowerCase(Locale.ROOT);
    }

    static Optional<Category> category(String key) {
        for (Category category : Category.values()) {
            if (key(category).equals(key)) {
                return Optional.of(category);
            }
        }
        return Optional.empty();
    }

    static String name(Category category) {
        return switch (category) {
            case RESPOND -> "To answer";
            case MEETING -> "Meetings";
            case FYI -> "To know";
            case NOTIFICATION -> "Notifications";
            case NEWSLETTER -> "Newsletters";
            case JUNK -> "Junk";
        };
    }

    static String about(Category category) {
        return switch (category) {
            case RESPOND -> "Somebody expects you to reply, decide or do something.";
            case MEETING -> "These arrange, move, confirm or cancel a meeting.";
            case FYI -> "Somebody wrote for your information; nothing is expected.";
            case NOTIFICATION -> "A machine or an office wrote to all it concerns.";
            case NEWSLETTER -> "Newsletters, marketing and digests.";
            case JUNK -> "Spam, and mail without content.";
        };
    }
}
