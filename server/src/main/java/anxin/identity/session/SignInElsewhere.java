package anxin.identity.session;

/** A provider that vouches for staff, shown beside name and password. */
public interface SignInElsewhere {

    /** Whether this installation has one. */
    boolean isOn();

    String id();

    String name();

    /** Where the browser goes to begin. */
    String url();
}
