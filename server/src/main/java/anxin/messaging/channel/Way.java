package anxin.messaging.channel;

import anxin.messaging.OutboundMessage;

/** One way out of the house. */
public interface Way {

    /** How it is named in the list of messages. */
    String name();

    /** Whether it is set up for messages of this kind. */
    boolean takes(OutboundMessage.Channel channel);

    /** Returns when the other side has taken it over. */
    void deliver(Letter letter) throws Undelivered;

    /** It did not go out, or we do not know. */
    final class Undelivered extends Exception {

        private final boolean forGood;

        private Undelivered(String why, boolean forGood) {
            super(why);
            this.forGood = forGood;
        }

        /** Sending the same again will be refused again. */
        public static Undelivered forGood(String why) {
            return new Undelivered(why, true);
        }

        public static Undelivered forNow(String why) {
            return new Undelivered(why, false);
        }

        public boolean isForGood() {
            return forGood;
        }
    }
}
