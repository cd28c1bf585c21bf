package anxin.aftersales.cases;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change of one case, about to be made: what happened, where it leads, what the timeline says.
 * What is left unset stays as it is.
 */
public final class Move {

    final CaseEvent event;
    final CaseState to;
    final String step;
    final String actor;
    final Map<String, Object> params = new LinkedHashMap<>();
    @Nullable String note;
    @Nullable Instant deadlineAt;
    @Nullable String result;
    @Nullable Long approvedMinor;
    @Nullable Long refundableMinor;
    @Nullable Long refundedMinor;
    @Nullable Long compensatedMinor;
    @Nullable String type;
    @Nullable String reason;
    @Nullable String reasonText;
    @Nullable String ruleId;
    @Nullable String freightPayer;
    @Nullable String tierRequired;
    @Nullable String queue;
    @Nullable UUID agent;
    @Nullable List<String> flags;
    boolean evidenceRound;
    boolean escalation;
    boolean silent;

    private Move(CaseEvent event, CaseState to, String step, String actor) {
        this.event = event;
        this.to = to;
        this.step = step;
        this.actor = actor;
    }

    /** {@code step} names the timeline's text, see {@link TimelineText}. */
    public static Move to(CaseState to, CaseEvent event, String step, String actor) {
        return new Move(event, to, step, actor);
    }

    public CaseEvent event() {
        return event;
    }

    public String actor() {
        return actor;
    }

    /** What the timeline's text is filled with. */
    public Map<String, Object> params() {
        return Collections.unmodifiableMap(params);
    }

    public @Nullable String note() {
        return note;
    }

    public Move param(String name, @Nullable Object value) {
        if (value != null) {
            params.put(name, value);
        }
        return this;
    }

    /** For staff only. */
    public Move note(@Nullable String text) {
        this.note = text;
        return this;
    }

    /** Instead of the state's own time limit. */
    public Move deadlineAt(@Nullable Instant at) {
        this.deadlineAt = at;
        return this;
    }

    /** How it ended, for a final state: REFUNDED, BUYER_CANCEL, … */
    public Move result(String how) {
        this.result = how;
        return this;
    }

    public Move approved(long minor) {
        this.approvedMinor = minor;
        return this;
    }

    public Move refundable(long minor) {
        this.refundableMinor = minor;
        return this;
    }

    public Move refunded(long minor) {
        this.refundedMinor = minor;
        return this;
    }

    public Move compensated(long minor) {
        this.compensatedMinor = minor;
        return this;
    }

    public Move type(@Nullable String newType) {
        this.type = newType;
        return this;
    }

    public Move reason(@Nullable String newReason) {
        this.reason = newReason;
        return this;
    }

    public Move reasonText(@Nullable String words) {
        this.reasonText = words;
        return this;
    }

    public Move rule(@Nullable String newRule) {
        this.ruleId = newRule;
        return this;
    }

    public Move freightPayer(@Nullable String payer) {
        this.freightPayer = payer;
        return this;
    }

    public Move tierRequired(@Nullable String tier) {
        this.tierRequired = tier;
        return this;
    }

    public Move queue(@Nullable String name) {
        this.queue = name;
        return this;
    }

    /** What the last decision wants the next rooms to know. */
    public Move flags(List<String> codes) {
        this.flags = codes;
        return this;
    }

    public Move agent(@Nullable UUID id) {
        this.agent = id;
        return this;
    }

    /** Counts one more question to the customer. */
    public Move evidenceRound() {
        this.evidenceRound = true;
        return this;
    }

    /** Counts one more missed deadline that went up. */
    public Move escalation() {
        this.escalation = true;
        return this;
    }
}
