package anxin.payments.connections;

/** A setting that cannot be what it should be. */
public final class BadSetting extends IllegalArgumentException {

    private final String name;

    public BadSetting(String name, String message) {
        super(message);
        this.name = name;
    }

    public String name() {
        return name;
    }
}
