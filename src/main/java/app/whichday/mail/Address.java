package app.whichday.mail;

/**
 * A person as a header or an attribution line names them (RFC 5322 §3.4).
 *
 * @param name the display name, empty where none is given
 * @param email the address, lower-case; empty where an attribution gives only a name
 */
public record Address(String name, String email) {
    /** The display name, or the first name that an address such as {@code ray.alvarez@…} tells; empty where neither does. */
    public String called() {
        if (!name.isBlank() && name.indexOf('@') < 0) {
            return name;
        }
        int dot = email.indexOf('.');
        int at = email.indexOf('@');
        String first = dot > 1 && dot < at ? email.substring(0, dot) : "";
        return first.chars().allMatch(Character::isLetter) ? first : "";
    }

    /** The name, or the address where there is no name. */
    public String display() {
        return name.isBlank() ? email : name;
    }
}
