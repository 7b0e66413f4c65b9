package app.whichday.calendar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A component as it was sent (RFC 5545 §3.6): names upper-case, values as they stood. Filled while it is read. */
final class Component {
    private final String name;
    private final List<Property> properties = new ArrayList<>();
    private final List<Component> children = new ArrayList<>();

    /**
     * A content line.
     *
     * @param value still escaped
     * @param parameters by upper-case name, without the quotes
     */
    record Property(String name, String value, Map<String, String> parameters) {
        Optional<String> parameter(String parameter) {
            return Optional.ofNullable(parameters.get(parameter));
        }
    }

    Component(String name) {
        this.name = name.toUpperCase(Locale.ROOT);
    }

    boolean is(String other) {
        return name.equals(other);
    }

    void add(String property, String value, Map<String, String> parameters) {
        properties.add(new Property(property.toUpperCase(Locale.ROOT), value, new HashMap<>(parameters)));
    }

    void add(Component child) {
        children.add(child);
    }

    List<Component> children(String name) {
        return children.stream().filter(child -> child.is(name)).toList();
    }

    List<Component> children() {
        return children;
    }

    List<Property> all(String property) {
        return properties.stream().filter(p -> p.name().equals(property)).toList();
    }

    /** The first of that name. */
    Optional<Property> first(String property) {
        return properties.stream().filter(p -> p.name().equals(property)).findFirst();
    }

    /** The first's value; empty where it is missing or blank. */
    Optional<String> value(String property) {
        return first(property).map(Property::value).map(String::strip).filter(value -> !value.isEmpty());
    }
}
