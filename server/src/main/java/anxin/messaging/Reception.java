package anxin.messaging;

import java.util.UUID;

/** Takes what customers write; answered by whoever keeps the conversations. */
public interface Reception {

    /**
     * Where a message stands.
     *
     * @param id ours
     * @param seq its place in the conversation, from 1 without a gap
     */
    record Received(UUID id, UUID conversation, int seq) {}

    /** Returns when it is committed. The same message again has the same answer. */
    Received receive(InboundMessage message);
}
