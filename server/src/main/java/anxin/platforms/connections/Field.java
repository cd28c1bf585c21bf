package anxin.platforms.connections;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One thing to know about a connection; a secret is never shown again. */
public record Field(String name, boolean secret, boolean required) {

    /** Where to reach the platform, when not at its own address: a proxy or a relay. */
    public static final String ADDRESS = "address";

    /** Where a person finds a case over there; {@code {id}} stands for its number. */
    public static final String CASE_LINK = "caseLink";

    public static Field plain(String name) {
        return new Field(name, false, true);
    }

    public static Field secret(String name) {
        return new Field(name, true, true);
    }

    public static Field optional(String name) {
        return new Field(name, false, false);
    }

    public static Field optionalSecret(String name) {
        return new Field(name, true, false);
    }

    /** With those that every connection has. */
    public static List<Field> all(Field... own) {
        var all = new ArrayList<>(Arrays.asList(own));
        all.add(optional(ADDRESS));
        all.add(optional(CASE_LINK));
        return List.copyOf(all);
    }
}
