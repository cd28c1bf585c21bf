package anxin.bot.tools;

import anxin.bot.dialogue.World;
import anxin.bot.dialogue.World.Who;
import anxin.kernel.ShopId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the bot may look at and do, for one customer of one shop. */
@Component
public class Worlds {

    private final BotTools tools;

    Worlds(BotTools tools) {
        this.tools = tools;
    }

    /**
     * @param talk by which what is done is told apart: the same dialogue's same act is done once
     * @param who null while nobody has vouched for the customer
     */
    public record Of(ShopId shop, UUID talk, @Nullable Who who, @Nullable String order) {}

    public World real(Of of) {
        return new ShopWorld(tools, of);
    }

    /** Looks at the same and does nothing: nothing is submitted, sent or kept. */
    public World trial(Of of) {
        return new TrialWorld(tools, of);
    }
}
