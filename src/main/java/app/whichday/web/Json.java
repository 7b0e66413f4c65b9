package app.whichday.web;

import app.whichday.assistant.MailReading;
import app.whichday.calendar.Event;
import app.whichday.calendar.EventTime;
import app.whichday.mail.Address;
import app.whichday.mail.Mail;
import app.whichday.mail.StoredMail;
import app.whichday.proposal.Action;
import app.whichday.proposal.Proposal;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the JSON API says; absent values are null. */
final class Json {
    private Json() {}

    /**
     * When something is.
     *
     * @param start an instant with its offset for timed events, a date for whole days
     * @param end the same; exclusive
     */
    @RegisterForReflection
    @Schema(
            name = "Time",
            description = "Half-open: [start, end). Whole days have dates, and end on the day after the last.")
    record Time(
            boolean allDay,
            String start,
            String end,
            @Nullable String zone) {
        static Time of(EventTime time) {
            return switch (time) {
                case EventTime.Timed timed ->
                    new Time(
                            false,
                            timed.start().toOffsetDateTime().toString(),
                            timed.end().toOffsetDateTime().toString(),
                            timed.start().getZone().getId());
                case EventTime.AllDay allDay ->
                    new Time(true, allDay.first().toString(), allDay.end().toString(), null);
            };
        }
    }

    @RegisterForReflection
    @Schema(name = "Event")
    record EventJson(
            String uid,
            String title,
            Time time,
            @Nullable String location,
            List<String> participants,
            @Nullable String recurrence,
            Event.Kind kind) {
        static EventJson of(Event event, EventTime time) {
            return new EventJson(
                    event.uid().value(),
                    event.title(),
                    Time.of(time),
                    event.location().orElse(null),
                    event.participants(),
                    event.recurrence().orElse(null),
                    event.kind());
        }
    }

    /** One reading of the phrase. */
    @RegisterForReflection
    @Schema(name = "Candidate")
    record CandidateJson(int index, Time time, String convention, double probability) {}

    @RegisterForReflection
    @Schema(name = "Proposal")
    record ProposalJson(
            long id,
            int version,
            Proposal.State state,
            String action,
            EventJson event,
            boolean lengthIsDefault,
            boolean ask,
            List<CandidateJson> candidates,
            String phrase,
            String why,
            String model,
            long mail,
            Instant offeredAt,
            @Nullable Instant decidedAt,
            @Nullable String failure) {
        static ProposalJson of(Proposal proposal) {
            var draft = proposal.draft();
            var candidates = draft.candidates();
            return new ProposalJson(
                    proposal.id().value(),
                    proposal.version(),
                    proposal.state(),
                    action(draft.action()),
                    EventJson.of(draft.action().event(), draft.action().event().time()),
                    draft.action() instanceof Action.CreateEvent create && create.lengthIsDefault(),
                    draft.ask(),
                    IntStream.range(0, candidates.size())
                            .mapToObj(i -> new CandidateJson(
                                    i,
                                    Time.of(candidates.get(i).time()),
                                    candidates.get(i).convention(),
                                    candidates.get(i).probability()))
                            .toList(),
                    draft.evidence().phrase(),
                    draft.why(),
                    draft.by().name(),
                    draft.mail().value(),
                    proposal.offeredAt(),
                    proposal.decidedAt().orElse(null),
                    proposal.failure().orElse(null));
        }

        private static String action(Action action) {
            return switch (action) {
                case Action.CreateEvent ignored -> "create-event";
                case Action.NoteDeadline ignored -> "note-deadline";
                case Action.CancelEvent ignored -> "cancel-event";
                case Action.AnswerInvitation ignored -> "answer-invitation";
            };
        }
    }

    /** How a mail is sorted rightly, as it is sent. */
    @RegisterForReflection
    @Schema(name = "Sorting")
    record SortingJson(
            @Schema(enumeration = {"respond", "meeting", "fyi", "notification", "newsletter", "junk"}) @Nullable
            String lane,

            @Nullable Boolean needsReply) {}

    /** A decision as it is sent. */
    @RegisterForReflection
    @Schema(name = "Decision")
    record DecisionJson(
            @Schema(required = true, description = "The version that was seen") @Nullable
            Integer version,

            @Schema(
                    required = true,
                    enumeration = {"confirm", "other-time", "decline", "dismiss", "undo"})
            @Nullable
            String decision,

            @Schema(description = "For other-time: index of the reading meant") @Nullable
            Integer candidate,

            @Schema(description = "For other-time, instead of a candidate: the day, 2025-11-14") @Nullable
            String date,

            @Schema(description = "For other-time: 15:00; none for the whole day") @Nullable
            String time,

            @Schema(
                    description = "For dismiss",
                    enumeration = {"NOT_SAID", "NOT_AN_EVENT", "ALREADY_THERE", "NOT_FOR_ME"})
            @Nullable
            String reason) {}

    @RegisterForReflection
    @Schema(name = "Person")
    record Person(String name, String email) {}

    @RegisterForReflection
    @Schema(name = "Mail")
    record MailJson(
            long id,
            Person from,
            List<Person> to,
            List<Person> cc,
            String subject,
            Instant sent,
            StoredMail.State state,
            @Nullable String reason,
            @Nullable String lane,
            @Nullable Double probability,
            @Nullable Boolean needsReply,
            List<DateJson> dates) {
        static MailJson of(StoredMail stored, @Nullable MailReading reading, ZoneId zone) {
            Mail mail = stored.mail();
            return new MailJson(
                    stored.id().value(),
                    person(mail.from()),
                    mail.to().stream().map(MailJson::person).toList(),
                    mail.cc().stream().map(MailJson::person).toList(),
                    mail.subject(),
                    mail.sent().instant(zone),
                    stored.state(),
                    stored.reason().orElse(null),
                    reading == null ? null : LaneNames.key(reading.category()),
                    reading == null ? null : reading.probability(),
                    reading == null ? null : reading.needsReply(),
                    reading == null
                            ? List.of()
                            : reading.dates().stream()
                                    .map(mark -> new DateJson(mark.begin(), mark.end(), mark.meaning(), mark.asks()))
                                    .toList());
        }

        private static Person person(Address address) {
            return new Person(address.name(), address.email());
        }
    }

    /** A date phrase of a mail: characters {@code [begin, end)} of its body. */
    @RegisterForReflection
    @Schema(name = "DatePhrase")
    record DateJson(int begin, int end, String meaning, boolean asks) {}

    /** A mail with its text. */
    @RegisterForReflection
    @Schema(name = "WholeMail")
    record WholeMailJson(MailJson mail, String body, List<Long> proposals, List<Long> thread) {}

    @RegisterForReflection
    @Schema(name = "Mailbox")
    record MailboxJson(
            String name,
            String phase,
            int done,
            int total,
            @Nullable String problem) {}

    @RegisterForReflection
    @Schema(name = "Status")
    record StatusJson(List<MailboxJson> mailboxes, long received, long processed, long setAside, int waiting) {}

    /** A mailbox to read, as it is sent. */
    @RegisterForReflection
    @Schema(name = "NewAccount")
    record NewAccountJson(
            @Schema(required = true) @Nullable String host,

            @Schema(description = "993 for TLS, else 143, unless given") @Nullable
            Integer port,

            @Schema(
                    enumeration = {"TLS", "STARTTLS", "NONE"},
                    description = "TLS unless given")
            @Nullable
            String security,

            @Schema(required = true) @Nullable String user,
            @Schema(required = true) @Nullable String password,

            @Schema(description = "INBOX unless given") @Nullable
            String folder) {}

    @RegisterForReflection
    @Schema(name = "Account")
    record AccountJson(long id, String host, int port, String security, String user, String folder) {}
}
