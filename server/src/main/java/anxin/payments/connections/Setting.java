package anxin.payments.connections;

import java.util.function.Function;

/** Reading what somebody has typed. */
public final class Setting {

    private Setting() {}

    /** Throws {@link BadSetting} when {@code as} cannot read it. */
    public static <T> T read(Connection connection, String name, Function<String, T> as) {
        try {
            return as.apply(connection.setting(name));
        } catch (BadSetting known) {
            throw known;
        } catch (IllegalArgumentException unreadable) {
            throw new BadSetting(name, String.valueOf(unreadable.getMessage()));
        }
    }
}
