package anxin.bot.tools;

import anxin.aftersales.CustomerCases.Item;
import anxin.aftersales.CustomerCases.Progress;
import anxin.aftersales.CustomerCases.ReasonChoice;
import anxin.aftersales.CustomerCases.Understood;
import anxin.aftersales.CustomerCases.Verdict;
import anxin.aftersales.CustomerCases.Wanted;
import anxin.aftersales.OrderProof.Proven;
import anxin.bot.dialogue.World;
import anxin.commerce.Parcels.Tracked;
import anxin.commerce.Product;
import anxin.commerce.StoredOrder;
import anxin.kernel.OrderNumber;
import anxin.kernel.ShopId;
import anxin.kernel.problem.Problem;
import anxin.kernel.wire.StableId;
import anxin.knowledge.Knowledge.Answer;
import anxin.language.Analysis;
import anxin.language.Language.Message;
import anxin.messaging.Attachments.NotReady;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The shop as it is; what is done here is done. */
class ShopWorld implements World {

    private static final int MOST_ORDERS = 20;
    private static final int MOST_PRODUCTS = 2_000;

    final BotTools tools;
    final Worlds.Of of;
    private @Nullable List<Product> catalogue;

    ShopWorld(BotTools tools, Worlds.Of of) {
        this.tools = tools;
        this.of = of;
    }

    ShopId shop() {
        return of.shop();
    }

    @Override
    public Instant now() {
        return tools.clock().instant();
    }

    @Override
    public ZoneId zone() {
        return tools.shops().require(shop()).zone();
    }

    @Override
    public Optional<Who> who() {
        return Optional.ofNullable(of.who());
    }

    @Override
    public @Nullable String order() {
        return of.order();
    }

    @Override
    public List<Analysis> understand(List<String> texts, @Nullable String before) {
        return tools.language()
                .analyse(
                        texts.stream()
                                .map(text -> new Message(text, null, shop(), List.of(), before))
                                .toList());
    }

    @Override
    public List<StoredOrder> orders(Who who) {
        var only = who.onlyOrder();
        return only == null
                ? tools.orders().ofCustomer(shop(), who.customerId(), null, MOST_ORDERS).items()
                : tools.orders().find(shop(), new OrderNumber(only)).stream().toList();
    }

    @Override
    public List<Tracked> parcels(String orderNo) {
        return tools.parcels().outbound(shop(), new OrderNumber(orderNo));
    }

    @Override
    public List<Progress> cases(Who who, Locale language) {
        return tools.cases().newest(shop(), who.customerId(), who.onlyOrder(), language);
    }

    @Override
    public List<ReasonChoice> reasons() {
        return tools.cases().reasons();
    }

    @Override
    public Understood reason(String text, Locale language, boolean fresh) {
        return tools.cases().understand(text, language.getLanguage(), fresh);
    }

    @Override
    public Optional<Verdict> attempt(Ask ask) {
        return tools.cases().attempt(wanted(ask));
    }

    @Override
    public Optional<Progress> submit(int count, Ask ask) {
        return tools.cases()
                .submit(
                        StableId.of("bot-case", of.talk().toString(), String.valueOf(count)),
                        wanted(ask));
    }

    private Wanted wanted(Ask ask) {
        return new Wanted(
                shop(),
                ask.who().customerId(),
                ask.orderNo(),
                ask.reason(),
                ask.words(),
                ask.type(),
                ask.items().stream().map(one -> new Item(one.lineId(), one.qty())).toList(),
                ask.photos(),
                ask.exchangeSku(),
                ask.language());
    }

    @Override
    public Answer knowledge(String text, @Nullable String language) {
        return tools.knowledge().answer(shop(), text, language);
    }

    @Override
    public Optional<String> facts(String text, Locale language, List<String> skus) {
        return tools.knowledge().facts(shop(), text, language.getLanguage(), skus);
    }

    @Override
    public List<Product> catalogue() {
        var known = catalogue;
        if (known == null) {
            known = tools.products().ofShop(shop(), MOST_PRODUCTS);
            catalogue = known;
        }
        return known;
    }

    @Override
    public List<Product> variants(String sku) {
        return tools.products()
                .find(shop(), sku)
                .map(Product::spu)
                .map(spu -> tools.products().ofSpu(shop(), spu))
                .orElse(List.of());
    }

    @Override
    public UUID sendCode(String orderNo, int count, Locale language) {
        var id = StableId.of("bot-code", of.talk().toString(), orderNo, String.valueOf(count));
        tools.proof()
                .ask(
                        id,
                        shop(),
                        new OrderNumber(orderNo),
                        language.toLanguageTag(),
                        "bot:" + of.talk());
        return id;
    }

    @Override
    public Optional<Proven> checkCode(UUID id, String code) {
        return tools.proof().check(id, shop(), code);
    }

    @Override
    public List<UUID> photos(Who who, List<UUID> files) {
        var kept = new ArrayList<UUID>();
        for (var file : files) {
            photo(who, file).ifPresent(kept::add);
        }
        return kept;
    }

    private Optional<UUID> photo(Who who, UUID file) {
        var id = StableId.of("bot-photo", of.talk().toString(), file.toString());
        try {
            for (var content : tools.attachments().contents(shop(), List.of(file))) {
                if (content.type().startsWith("image/")) {
                    tools.cases().keepPhoto(shop(), who.customerId(), id, content.bytes());
                    return Optional.of(id);
                }
            }
        } catch (NotReady | Problem notAPicture) {
            return Optional.empty();
        }
        return Optional.empty();
    }
}
