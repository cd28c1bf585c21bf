package anxin.messaging.connections;

import java.util.List;
import java.util.Map;

/** Understands what the carriers of one kind tell. */
public interface ReceiptReader {

    ChannelKind kind();

    /** Header names are lower case. Throws {@link IllegalArgumentException} for what is none. */
    List<Receipt> read(Connection connection, Map<String, String> headers, String body);

    /** What the carrier wants to hear, so that it does not tell the same again. */
    String heard();
}
