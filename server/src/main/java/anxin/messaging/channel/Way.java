package anxin.messaging.channel;

import anxin.messaging.Attachments;
import anxin.messaging.OutboundMessage.Channel;
import org.jspecify.annotations.Nullable;

/** One way out of the house. */
public interface Way {

    /** How it is named in the list of messages. */
    String name();

    /** Whether it is set up for messages of this kind; {@code shop} null is the house itself. */
    boolean takes(@Nullable String shop, Channel channel);

    /**
     * Returns when the other side has taken it over: with the name it goes by in the receipts over
     * there, or null.
     */
    @Nullable String deliver(Letter letter) throws Undelivered;

    /** It did not go out, or we do not know. */
    final class Undelivered extends Exception {

        private final boolean forGood;
        private final @Nullable String code;

        private Undelivered(@Nullable String code, String why, boolean forGood) {
            super(why);
            this.code = code;
            this.forGood = forGood;
        }

        /** Sending the same again will be refused again. */
        public static Undelivered forGood(String why) {
            return new Undelivered(null, why, true);
        }

        public static Undelivered forNow(String why) {
            return new Undelivered(null, why, false);
        }

        /** The same with the other side's own code, which {@link Troubles} can put into words. */
        public static Undelivered coded(String code, String why, boolean forGood) {
            return new Undelivered(code, code + ": " + why, forGood);
        }

        /** One of the files that go with it is not ready, or never will be. */
        public static Undelivered of(Attachments.NotReady file) {
            return coded(file.code(), String.valueOf(file.getMessage()), file.isForGood());
        }

        public boolean isForGood() {
            return forGood;
        }

        public @Nullable String code() {
            return code;
        }
    }
}
