package anxin.conversation.desk;

import anxin.conversation.thread.Conversation;
import anxin.conversation.thread.Threads;
import anxin.identity.Caller;
import anxin.identity.ShopNames;
import anxin.kernel.ShopId;
import anxin.kernel.problem.Problem;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which conversations somebody may see: those of their shops. */
@Component
public class Scope {

    private final Threads threads;
    private final ShopNames shops;

    Scope(Threads threads, ShopNames shops) {
        this.threads = threads;
        this.shops = shops;
    }

    /** The shops a caller may see, narrowed to one when asked for. */
    public Collection<ShopId> shops(Caller.Permitted caller, @Nullable ShopId only) {
        if (only != null) {
            caller.requireIn(only);
            return Set.of(only);
        }
        var mine = caller.shops();
        return mine == null ? shops.all().keySet() : mine;
    }

    /** The same answer for one that is not there and one of another shop. */
    public Conversation find(Caller.Permitted caller, UUID id) {
        return threads.find(shops(caller, null), id)
                .orElseThrow(() -> Problem.missing("conversation"));
    }
}
