package anxin.identity.session;

/** A provider that vouches for staff, shown beside name and password. */
public interface SignInElsewhere {

    String id();

    String name();

    /** Where the browser goes to begin. */
    String url();
}
