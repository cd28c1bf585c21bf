package anxin.bot.trial;

import anxin.bot.dialogue.Memory;
import anxin.bot.dialogue.Mind;
import anxin.bot.dialogue.Mind.Said;
import anxin.bot.dialogue.Reply;
import anxin.bot.dialogue.Tuning;
import anxin.bot.dialogue.World.Who;
import anxin.bot.flow.FlowBook;
import anxin.bot.setup.BotSettings;
import anxin.bot.tools.Worlds;
import anxin.kernel.ShopId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Talks a whole dialogue with flows that may not be in force: nothing is stored, nothing moves. */
@Component
class BotTrials {

    /**
     * @param why people would have it from here on
     */
    record Answered(String text, List<String> choices, @Nullable String why) {}

    private final BotSettings settings;
    private final Worlds worlds;

    BotTrials(BotSettings settings, Worlds worlds) {
        this.settings = settings;
        this.worlds = worlds;
    }

    /** One answer to each that is said, until people have it. */
    List<Answered> talk(ShopId shop, FlowBook book, @Nullable String customer, List<String> said) {
        var set = settings.of(shop);
        var world =
                worlds.trial(
                        new Worlds.Of(
                                shop,
                                new UUID(0, 0),
                                customer == null || customer.isBlank()
                                        ? null
                                        : new Who(customer.strip(), null),
                                null));
        var memory = Memory.NEW;
        var answers = new ArrayList<Answered>();
        for (var one : said) {
            Reply reply =
                    Mind.reply(
                            memory,
                            new Said(one, List.of(), null),
                            world,
                            book,
                            new Tuning(set.sure(), set.anger()));
            var why = reply.why();
            answers.add(
                    new Answered(reply.text(), reply.choices(), why == null ? null : why.name()));
            if (why != null) {
                break;
            }
            memory = reply.memory();
        }
        return answers;
    }
}
