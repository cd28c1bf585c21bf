package anxin.work;

import anxin.kernel.ShopId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Puts work in line and gives it to whoever is there for it. Every call belongs to the transaction
 * in which the caller keeps the subject from others, before it locks anything that many share; the
 * giving follows its commit at once.
 */
public interface Routing {

    record Held(NewWork work, UUID agent) {}

    /** Somebody began to wait for an answer, or does no more. */
    record Asking(ShopId shop, String subject, @Nullable Instant since) {}

    /** It waits for somebody; what had a queue keeps it unless it was handed to a team. */
    void await(List<NewWork> work);

    /** Somebody has it, by their own will or a colleague's: no limit keeps people from that. */
    void hold(List<Held> work);

    void asks(List<Asking> changed);

    /** Nobody need do anything about these until they come back; their clocks stand still. */
    void putOff(ShopId shop, Collection<String> subjects);

    /** Nobody need do anything about these any more. */
    void over(ShopId shop, Collection<String> subjects);

    /** Whether a rule of the shop asks what work is about. */
    boolean asksForTopics(ShopId shop);

    /** Where it waits; empty when it does not, because somebody has it or nobody need. */
    Optional<WaitingPlace> place(ShopId shop, String subject);

    /** The same for whoever waits: the first estimate that they are told is kept as promised. */
    Optional<WaitingPlace> promise(ShopId shop, String subject);

    /** The limits of time on it, and where their time goes. */
    List<WorkClock> clocks(ShopId shop, String subject);

    /** By subject, of those that have limits. */
    Map<String, WorkClock.Due> due(Collection<ShopId> shops, Collection<String> subjects);
}
