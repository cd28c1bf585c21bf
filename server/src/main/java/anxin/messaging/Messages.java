package anxin.messaging;

/** Sends messages to people outside the house. */
public interface Messages {

    /**
     * Writes the message down in the caller's transaction; it leaves after the commit, and again
     * until it has left. The same dedupe key a second time sends nothing more.
     */
    void send(OutboundMessage message);
}
