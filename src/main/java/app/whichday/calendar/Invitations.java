package app.whichday.calendar;

import app.whichday.account.Owner;
import app.whichday.calendar.Invitation.Instance;
import app.whichday.calendar.Invitation.Method;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads text/calendar parts of mails (RFC 6047). */
public final class Invitations {
    /** More instances that differ than any series has; the rest is left out. */
    private static final int MAX_CHANGED = 100;

    private Invitations() {}

    /**
     * The invitation; empty where the text holds no single event (or series) that can be read, or a method that asks nothing
     * of the owner. Never throws on bad input, fetches nothing, and takes time and memory in proportion to the text.
     *
     * @param owner in whose zone times without one are, and whose addresses are no participants
     */
    public static Optional<Invitation> read(String icalendar, Owner owner) {
        return read(icalendar, owner.zone(), owner.emails());
    }

    /** As {@link #read(String, Owner)}, with nobody's addresses left out. */
    public static Optional<Invitation> read(String icalendar, ZoneId floating) {
        return read(icalendar, floating, Set.of());
    }

    private static Optional<Invitation> read(String icalendar, ZoneId floating, Set<String> ownAddresses) {
        return ComponentReader.read(icalendar).flatMap(calendar -> method(calendar)
                .flatMap(method -> new Reading(calendar, method, floating, ownAddresses).invitation()));
    }

    private static Optional<Method> method(Component calendar) {
        return switch (calendar.value("METHOD").orElse("PUBLISH").toUpperCase(Locale.ROOT)) {
            case "REQUEST" -> Optional.of(Method.REQUEST);
            case "CANCEL" -> Optional.of(Method.CANCEL);
            case "REPLY" -> Optional.of(Method.REPLY);
            case "PUBLISH" -> Optional.of(Method.PUBLISH);
            default -> Optional.empty();
        };
    }

    /** One calendar object while it is read. */
    private static final class Reading {
        private final List<Component> events;
        private final Method method;
        private final EventReader reader;

        Reading(Component calendar, Method method, ZoneId floating, Set<String> ownAddresses) {
            this.events = calendar.children("VEVENT");
            this.method = method;
            this.reader = new EventReader(new Zones(calendar, floating), ownAddresses);
        }

        Optional<Invitation> invitation() {
            if (events.stream().map(reader::uid).distinct().count() != 1) {
                return Optional.empty();
            }
            return events.stream()
                    .filter(event -> event.first("RECURRENCE-ID").isEmpty())
                    .findFirst()
                    .map(this::series)
                    .orElseGet(() -> instance(events.getFirst()));
        }

        private Optional<Invitation> series(Component master) {
            return reader.event(master).map(event -> {
                Event series = event;
                List<Event> changed = new ArrayList<>();
                for (Component component : events.stream().limit(MAX_CHANGED).toList()) {
                    Optional<Instance> instance = reader.instance(component);
                    if (instance.isPresent()) {
                        series = series.without(instance.get().originally());
                        if (!isCancelled(component)) {
                            reader.changed(component, instance.get()).ifPresent(changed::add);
                        }
                    }
                }
                return invitation(master, series, Optional.empty(), changed);
            });
        }

        private Optional<Invitation> instance(Component component) {
            return reader.instance(component).flatMap(instance -> reader.changed(component, instance)
                    .map(event -> invitation(component, event, Optional.of(instance), List.of())));
        }

        private Invitation invitation(
                Component component, Event event, Optional<Instance> instance, List<Event> changed) {
            Optional<Component.Property> organizer = component.first("ORGANIZER");
            boolean cancelled = method != Method.REPLY && isCancelled(component);
            return new Invitation(
                    cancelled ? Method.CANCEL : method,
                    event,
                    sequence(component),
                    stamp(component),
                    organizer.map(EventReader::address).orElse(""),
                    organizer.flatMap(EventReader::name),
                    instance,
                    changed);
        }

        private static boolean isCancelled(Component event) {
            return event.value("STATUS")
                    .filter(status -> status.equalsIgnoreCase("CANCELLED"))
                    .isPresent();
        }

        private static int sequence(Component event) {
            return event.value("SEQUENCE")
                    .filter(value -> value.length() <= 9 && value.chars().allMatch(c -> c >= '0' && c <= '9'))
                    .map(Integer::parseInt)
                    .orElse(0);
        }

        private static Optional<Instant> stamp(Component event) {
            return event.value("DTSTAMP").flatMap(DateValue::parse).map(value -> value.local()
                    .toInstant(ZoneOffset.UTC));
        }
    }
}
