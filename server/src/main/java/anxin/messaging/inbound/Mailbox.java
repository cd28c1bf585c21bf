package anxin.messaging.inbound;

/**
 * How a shop's mailbox is reached, opened.
 *
 * @param address from which answers come
 * @param fromName the name beside it
 * @param plus the server takes {@code name+anything@…} for {@code name@…}, so that an answer finds
 *     its conversation also where a mail program forgets what it answers
 */
public record Mailbox(
        String address,
        String fromName,
        Server in,
        Server out,
        String user,
        String password,
        boolean plus) {

    /** How a connection is kept from others. */
    public enum Security {
        TLS,
        STARTTLS,
        /** Only on this very machine. */
        NONE
    }

    public record Server(String host, int port, Security security) {}

    /** Never the password: this ends in logs. */
    @Override
    public String toString() {
        return address;
    }
}
