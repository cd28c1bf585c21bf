package anxin.conversation.thread;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What of a conversation is counted: kept as it changes, so that no screen counts rows.
 *
 * @param bot the first line has it
 * @param waiting the customer has the last word and nobody has answered
 */
public record Standing(
        State state,
        boolean waiting,
        @Nullable UUID agent,
        @Nullable String team,
        String channel,
        boolean bot) {

    /** Whether somebody has to do something about it now, later, or not any more. */
    public enum State {
        OPEN,
        SNOOZED,
        CLOSED
    }

    public static final String OPEN = "OPEN";
    public static final String WAITING = "WAITING";
    public static final String UNASSIGNED = "UNASSIGNED";
    public static final String SNOOZED = "SNOOZED";
    public static final String BOT = "BOT";
    public static final String AGENT = "AGENT:";
    public static final String TEAM = "TEAM:";
    public static final String CHANNEL = "CHANNEL:";

    /** Every heap that it lies on. */
    List<String> heaps() {
        if (state == State.CLOSED) {
            return List.of();
        }
        if (state == State.SNOOZED) {
            return List.of(SNOOZED);
        }
        var heaps = new ArrayList<>(List.of(OPEN, CHANNEL + channel));
        if (bot) {
            heaps.add(BOT);
            return heaps;
        }
        if (waiting) {
            heaps.add(WAITING);
        }
        heaps.add(agent == null ? UNASSIGNED : AGENT + agent);
        if (team != null) {
            heaps.add(TEAM + team);
        }
        return heaps;
    }
}
