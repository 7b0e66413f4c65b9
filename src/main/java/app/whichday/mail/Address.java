package app.whichday.mail;

/**
 * A person as a header or an attribution line names them (RFC 5322 §3.4).
 *
 * @param name the display name, empty where none is given
 * @param email the address, lower-case; empty where an attribution gives only a name
 */
public record Address(String name, String email) {
    /** The name, or the address where there is no name. */
    public String display() {
        return name.isBlank() ? email : name;
    }
}
