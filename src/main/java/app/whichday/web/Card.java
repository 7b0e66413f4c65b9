package app.whichday.web;

import java.util.List;
import java.util.Optional;

/**
 * A proposal for a page.
 *
 * @param version what a decision on it must name
 * @param verb what is offered: "Add to calendar", "Note the deadline", "Invitation"
 * @param length "1 hour", with {@code lengthIsDefault} where the mail states none; empty for whole days and moments
 * @param question "Which Friday?" where the owner is asked; empty otherwise
 * @param readings the times that the phrase may mean, the likeliest first
 * @param clashes what is in the agenda at that time
 * @param notice a sentence about what just happened to it; empty otherwise
 */
record Card(
        long id,
        int version,
        State state,
        Kind kind,
        String verb,
        String title,
        Moment when,
        String length,
        boolean lengthIsDefault,
        Optional<String> place,
        String people,
        boolean recurring,
        MailHead mail,
        Passage passage,
        String phrase,
        String question,
        List<Choice> readings,
        String why,
        String model,
        List<String> clashes,
        Optional<String> failure,
        Optional<String> notice) {
    /** How the card looks and what it offers. */
    enum State {
        WAITING,
        FAILED,
        DONE,
        DISMISSED,
        GONE
    }

    /** What kind of thing is offered. */
    enum Kind {
        EVENT,
        DEADLINE,
        INVITATION,
        /** It is called off, by its organizer or by mail: confirming takes the event out. */
        CANCELLATION
    }

    /**
     * One reading as a button.
     *
     * @param index in the proposal's candidates
     * @param probability from 0 to 1
     * @param percent rounded, as "62 %"
     */
    record Choice(int index, Moment when, String convention, double probability, String percent) {}

    /** The mail that it came from. */
    record MailHead(long id, String from, String address, String subject, String sent, String sentInFull) {}

    public boolean isOpen() {
        return state == State.WAITING || state == State.FAILED;
    }

    /** For the style sheet. */
    public String look() {
        return switch (state) {
            case WAITING -> isAsking() ? "card asking" : "card";
            case FAILED -> "card failed";
            case DONE, DISMISSED, GONE -> "done";
        };
    }

    public boolean isFailed() {
        return state == State.FAILED;
    }

    public boolean isDone() {
        return state == State.DONE;
    }

    /** "Which Friday?" has two answers that are buttons; what else there is follows under "Another day". */
    public boolean isAsking() {
        return !question.isEmpty();
    }

    public boolean isInvitation() {
        return kind == Kind.INVITATION;
    }

    public boolean isCancellation() {
        return kind == Kind.CANCELLATION;
    }

    public boolean isDeadline() {
        return kind == Kind.DEADLINE;
    }

    /** Whether the time can be chosen: an invitation's is its organizer's. */
    public boolean isMovable() {
        return kind == Kind.EVENT || kind == Kind.DEADLINE;
    }

    public boolean isUndoable() {
        return state == State.DONE || state == State.DISMISSED;
    }

    /** Readings besides the one that is offered. */
    public List<Choice> others() {
        return readings.size() < 2 ? List.of() : readings.subList(1, readings.size());
    }

    /** Id and version, by which a page says what it shows. */
    public String known() {
        return id + "." + version;
    }

    /** One line about what became of it. */
    public String outcome() {
        return switch (state) {
            case WAITING, FAILED -> "";
            case DONE ->
                switch (kind) {
                    case EVENT -> "Added to the calendar";
                    case DEADLINE -> "Deadline noted";
                    case INVITATION -> "Accepted";
                    case CANCELLATION -> "Taken out of the calendar";
                };
            case DISMISSED -> kind == Kind.INVITATION ? "Declined or dismissed" : "Dismissed";
            case GONE -> "Replaced by something newer";
        };
    }
}
