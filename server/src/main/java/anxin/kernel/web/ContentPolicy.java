package anxin.kernel.web;

/** What a page of ours may load, and who may show it inside of theirs. */
public final class ContentPolicy {

    /** The web application's libraries write styles into the page; scripts come from us alone. */
    private static final String OURS =
            "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
                    + "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; "
                    + "worker-src 'self' blob:; object-src 'none'; base-uri 'self'; "
                    + "form-action 'self'; frame-ancestors ";

    private ContentPolicy() {}

    /** {@code 'none'}, or the sites with blanks between. */
    public static String framedBy(String sites) {
        return OURS + sites;
    }
}
