package anxin.bot.tools;

import anxin.aftersales.CustomerCases.Progress;
import anxin.aftersales.OrderProof.Proven;
import anxin.kernel.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The same shop where nothing moves: a case is what the rules would say, a code is 000000. */
class TrialWorld extends ShopWorld {

    private static final String CODE = "000000";
    private static final Text TRIED = Text.of("试算（未提交）", "Tried, not submitted");

    TrialWorld(BotTools tools, Worlds.Of of) {
        super(tools, of);
    }

    @Override
    public Optional<Progress> submit(int count, Ask ask) {
        return attempt(ask)
                .map(
                        verdict ->
                                new Progress(
                                        new UUID(0, count),
                                        "-",
                                        ask.orderNo(),
                                        "",
                                        verdict.type() == null ? "" : verdict.type(),
                                        verdict.outcome(),
                                        TRIED.in(ask.language()),
                                        now(),
                                        verdict.refundMinor(),
                                        verdict.currency(),
                                        verdict.freightPayer(),
                                        verdict.title(),
                                        verdict.explanation(),
                                        verdict.basis(),
                                        null,
                                        null,
                                        null,
                                        List.of()));
    }

    @Override
    public UUID sendCode(String orderNo, int count, Locale language) {
        return new UUID(0, count);
    }

    @Override
    public Optional<Proven> checkCode(UUID id, String code) {
        return who().filter(known -> code.equals(CODE))
                .map(known -> new Proven(known.customerId(), String.valueOf(order()), null));
    }

    @Override
    public List<UUID> photos(Who who, List<UUID> files) {
        return List.of();
    }
}
