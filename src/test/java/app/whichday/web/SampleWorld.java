package app.whichday.web;

import app.whichday.assistant.MailReading;
import app.whichday.assistant.MailReadings.ReadMail;
import app.whichday.calendar.Event;
import app.whichday.calendar.EventTime;
import app.whichday.calendar.EventUid;
import app.whichday.calendar.Invitation;
import app.whichday.choice.ModelVersion;
import app.whichday.mail.StoredMail;
import app.whichday.proposal.Action;
import app.whichday.proposal.Candidate;
import app.whichday.proposal.Draft;
import app.whichday.proposal.Evidence;
import app.whichday.triage.Category;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small mailbox on Wednesday 5 November 2025, half past nine in Berlin: what the pages are tested and pictured with. */
final class SampleWorld {
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final Instant NOW =
            LocalDateTime.parse("2025-11-05T09:30").atZone(BERLIN).toInstant();

    final Map<Long, StoredMail> mails = new LinkedHashMap<>();
    final List<ReadMail> readings = new ArrayList<>();
    final List<Draft> drafts = new ArrayList<>();
    final List<Event> events = new ArrayList<>();

    SampleWorld() {
        StoredMail lunch = mail(
                1,
                Category.MEETING,
                true,
                Letter.from("Ben Adler", "Lunch?", "2025-11-04T18:12")
                        .says(
                                "Hi Alice,\n\nit has been far too long. Could we have lunch next Friday at half past twelve? "
                                        + "The little place\nby the canal would be nice, they have the good soup again.\n\nLet me know,")
                        .signs("Ben"),
                "next Friday at half past twelve|Friday 14 November 2025, 12:30|ask");
        ask(
                lunch,
                "next Friday at half past twelve",
                event("lunch", "Lunch with Ben", timed("2025-11-14T12:30", 60), "By the canal", "Ben Adler"),
                "“Next Friday” in a mail sent on Tuesday 4 November can mean this week's or next week's Friday.",
                candidate("2025-11-14T12:30", 60, "next week's", .58),
                candidate("2025-11-07T12:30", 60, "this week's", .41));

        StoredMail review = mail(
                2,
                Category.MEETING,
                true,
                Letter.from("Priya Nair", "Re: Numbers for the quarterly review", "2025-11-05T08:47")
                        .says("Thanks, that helps a lot.\n\nShall we go through the open points tomorrow at 3pm? "
                                + "I have booked the small room on the second floor.\n\nBest,")
                        .signs("Priya Nair\nController")
                        .quotes(
                                "Alice Winter",
                                "2025-11-04T16:02",
                                "The table is attached, with the two corrections from Monday.\nCall me if anything is unclear."),
                "tomorrow at 3pm|Thursday 6 November 2025, 15:00|",
                "Monday|Monday 3 November 2025|");
        draft(
                review,
                "tomorrow at 3pm",
                new Action.CreateEvent(
                        event(
                                "review",
                                "Open points of the quarterly review",
                                timed("2025-11-06T15:00", 60),
                                "Small room, second floor",
                                "Priya Nair"),
                        true),
                false,
                "“Tomorrow” in a mail sent today, Wednesday 5 November: the day after.",
                candidate("2025-11-06T15:00", 60, "the day after it was sent", .97));

        StoredMail budget = mail(
                3,
                Category.RESPOND,
                true,
                Letter.from("Jonas Keller", "Budget draft", "2025-11-03T11:20")
                        .says(
                                "Alice, please send me your part of the budget by the end of next week, the board meets right after.\n"
                                        + "Two pages are enough.\n\nJonas"),
                "by the end of next week|Friday 14 November 2025|");
        draft(
                budget,
                "by the end of next week",
                new Action.NoteDeadline(new Event(
                        new EventUid("budget"),
                        "Your part of the budget, to Jonas",
                        new EventTime.AllDay(LocalDate.parse("2025-11-14"), LocalDate.parse("2025-11-15")),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Event.Kind.DEADLINE)),
                false,
                "“The end of next week” in a mail sent on Monday 3 November: Friday of the week after.",
                new Candidate(
                        new EventTime.AllDay(LocalDate.parse("2025-11-14"), LocalDate.parse("2025-11-15")),
                        "Friday of the week after",
                        .86),
                new Candidate(
                        new EventTime.AllDay(LocalDate.parse("2025-11-16"), LocalDate.parse("2025-11-17")),
                        "Sunday of the week after",
                        .11));

        StoredMail call = mail(
                4,
                Category.MEETING,
                false,
                Letter.from("Maria Costa", "Fwd: Call with the printers", "2025-11-05T07:55")
                        .says("See below, can you join? I can't.")
                        .forwards(
                                "Sam Ortiz",
                                "2025-11-03T17:40",
                                "Hello Maria,\n\nour team is free on Thursday at 10 New York time for half an hour, to look at the paper samples.\n"
                                        + "The link is https://meet.example.com/paper-samples\n\nSam")
                        .signs("Sent from my phone"),
                "Thursday at 10 New York time|Thursday 6 November 2025, 10:00 America/New_York|");
        draft(
                call,
                "Thursday at 10 New York time",
                new Action.CreateEvent(
                        event(
                                "printers",
                                "Call with the printers",
                                new EventTime.Timed(
                                        LocalDateTime.parse("2025-11-06T10:00").atZone(ZoneId.of("America/New_York")),
                                        Duration.ofMinutes(30)),
                                "meet.example.com/paper-samples",
                                "Maria Costa, Sam Ortiz"),
                        false),
                false,
                "“Thursday” was written by Sam Ortiz on Monday 3 November, so it is that week's Thursday.",
                new Candidate(
                        new EventTime.Timed(
                                LocalDateTime.parse("2025-11-06T10:00").atZone(ZoneId.of("America/New_York")),
                                Duration.ofMinutes(30)),
                        "this week's",
                        .93));

        StoredMail invitation = mail(
                5,
                Category.MEETING,
                true,
                Letter.from("Elif Demir", "Invitation: Design retrospective", "2025-11-04T14:30")
                        .says("You are invited to the design retrospective. Please bring one thing that went well."));
        drafts.add(new Draft(
                invitation.id(),
                new Action.AnswerInvitation(new Invitation(
                        Invitation.Method.REQUEST,
                        event(
                                "retro",
                                "Design retrospective",
                                timed("2025-11-11T14:00", 90),
                                "Studio 2",
                                "Elif Demir, Ben Adler"),
                        0,
                        "elif.demir@example.org",
                        Optional.of("Elif Demir"))),
                new Evidence(0, 0, ""),
                List.of(),
                false,
                "The mail came with an invitation from Elif Demir.",
                new ModelVersion("invitation/rfc5545")));

        mail(
                6,
                Category.FYI,
                false,
                Letter.from("Tom Brandt", "Kitchen", "2025-11-04T10:05")
                        .says("The new kettle is here. The old one goes to the workshop on Thursday."),
                "on Thursday|Thursday 6 November 2025|");
        mail(
                7,
                Category.RESPOND,
                true,
                Letter.from("Nora Lind", "Could you look at this?", "2025-11-05T09:02")
                        .says("I am stuck with the second chapter. Would you read it before Monday?"),
                "before Monday|until Monday 10 November 2025|");
        mail(
                8,
                Category.NOTIFICATION,
                false,
                Letter.from("Build Server", "Nightly build is green", "2025-11-05T03:15")
                        .says("All 1,204 checks passed."));
        mail(
                9,
                Category.NEWSLETTER,
                false,
                Letter.from("The Weekly Loaf", "Five breads for November", "2025-11-02T06:00")
                        .says("Rye, spelt, and three others. Unsubscribe at any time."));

        events.add(event("standup", "Team round", timed("2025-11-05T10:00", 30), "", "Team"));
        events.add(event("dentist", "Dentist", timed("2025-11-06T14:30", 60), "", ""));
        events.add(event("visit", "Visit from Gdansk", timed("2025-11-12T11:00", 120), "Office", "Anna Nowak"));
    }

    private StoredMail mail(long id, Category category, boolean needsReply, Letter letter, String... dates) {
        StoredMail stored = letter.stored(id);
        mails.put(id, stored);
        List<MailReading.DateMark> marks = new ArrayList<>();
        for (String date : dates) {
            String[] parts = date.split("\\|", -1);
            int begin = stored.mail().body().indexOf(parts[0]);
            marks.add(new MailReading.DateMark(begin, begin + parts[0].length(), parts[1], !parts[2].isEmpty()));
        }
        readings.add(new ReadMail(
                stored,
                new MailReading(
                        stored.id(),
                        category,
                        .91,
                        needsReply,
                        marks,
                        List.of(
                                new MailReading.Step(
                                        "triage", LaneNames.name(category), .91, List.of("To know"), "triage/base-1"),
                                new MailReading.Step(
                                        "needs-reply",
                                        needsReply ? "yes" : "no",
                                        .84,
                                        List.of(),
                                        "needs-reply/base-1")),
                        NOW,
                        Duration.ofMillis(4))));
        return stored;
    }

    private void ask(StoredMail mail, String phrase, Event event, String why, Candidate... candidates) {
        draft(mail, phrase, new Action.CreateEvent(event, true), true, why, candidates);
    }

    private void draft(
            StoredMail mail, String phrase, Action action, boolean ask, String why, Candidate... candidates) {
        int begin = mail.mail().body().indexOf(phrase);
        drafts.add(new Draft(
                mail.id(),
                action,
                new Evidence(begin, begin + phrase.length(), phrase),
                List.of(candidates),
                ask,
                why,
                new ModelVersion("reading/base-1")));
    }

    static Event event(String uid, String title, EventTime time, String place, String people) {
        return new Event(
                new EventUid(uid),
                title,
                time,
                place.isEmpty() ? Optional.empty() : Optional.of(place),
                Optional.empty(),
                people.isEmpty() ? List.of() : List.of(people.split(", ")),
                Optional.empty(),
                Event.Kind.APPOINTMENT);
    }

    static EventTime.Timed timed(String start, int minutes) {
        return new EventTime.Timed(LocalDateTime.parse(start).atZone(BERLIN), Duration.ofMinutes(minutes));
    }

    static Candidate candidate(String start, int minutes, String convention, double probability) {
        return new Candidate(timed(start, minutes), convention, probability);
    }

    /** One more mail with its proposal, to arrive while a page is open. */
    Draft late() {
        StoredMail mail = mail(
                20,
                Category.MEETING,
                true,
                Letter.from("Zoe Park", "Coffee", "2025-11-05T09:29").says("Coffee today at 4?"),
                "today at 4|Wednesday 5 November 2025, 16:00|");
        draft(
                mail,
                "today at 4",
                new Action.CreateEvent(
                        event("coffee", "Coffee with Zoe", timed("2025-11-05T16:00", 60), "", "Zoe Park"), true),
                false,
                "“Today” in a mail sent today.",
                candidate("2025-11-05T16:00", 60, "the day it was sent", .99));
        return drafts.removeLast();
    }
}
