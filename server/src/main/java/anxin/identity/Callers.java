package anxin.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Who sends a request, for places where no controller is in play, such as the handshake of a live
 * connection. A browser may be signed in as staff and as a customer at once; under {@code
 * /api/v1/portal/} and with {@code ?as=customer} the customer asks, elsewhere the member of staff.
 */
public interface Callers {

    Optional<Caller> of(HttpServletRequest request);

    /**
     * Whether the caller behind {@code request} is still signed in as before; for connections that
     * outlive their first request.
     */
    boolean stillGood(HttpServletRequest request);
}
