package anxin.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** Lets a customer in whose identity has been proven, and out again. */
public interface CustomerSessions {

    void open(
            Caller.Customer customer,
            @Nullable String displayName,
            HttpServletRequest request,
            HttpServletResponse response);

    /**
     * The same for a page inside of somebody else's page: over TLS its cookies are kept apart for
     * each site that shows it.
     */
    void openEmbedded(
            Caller.Customer customer,
            @Nullable String displayName,
            HttpServletRequest request,
            HttpServletResponse response);

    /** What the customer was called when they entered. */
    @Nullable String displayName(HttpServletRequest request);

    void close(HttpServletRequest request, HttpServletResponse response);
}
