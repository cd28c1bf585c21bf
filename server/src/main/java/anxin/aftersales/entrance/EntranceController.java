package anxin.aftersales.entrance;

import anxin.commerce.Shops;
import anxin.identity.Caller;
import anxin.identity.CustomerSessions;
import anxin.identity.ForCustomers;
import anxin.identity.ForEveryone;
import anxin.identity.ShopTokens;
import anxin.kernel.OrderNumber;
import anxin.kernel.ShopId;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.kernel.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Customers come in and go out. */
@RestController
@RequestMapping("/api/v1")
class EntranceController {

    record PublicShop(ShopId id, String name) {}

    /**
     * Somebody asks for a code.
     *
     * @param contact the phone or e-mail on the order; without it the code goes to what stands
     *     there
     */
    record CodeWish(
            @NotNull(message = "请选择店铺 | choose the shop") ShopId shop,
            @NotNull(message = "请输入订单号 | an order number is needed") OrderNumber orderNumber,
            @Size(max = 200, message = "最多200个字符 | at most 200 characters")
                    @Nullable String contact) {}

    /**
     * The same whether there is such an order or not.
     *
     * @param sentTo what was typed, masked; null when nothing was
     * @param channel SMS or EMAIL as far as what was typed tells
     */
    record CodeAnswer(@Nullable String sentTo, long validSeconds, @Nullable String channel) {}

    /** Either a signed link's token, or a code with its id and shop. */
    record NewCustomerSession(
            @Size(max = 4096, message = "链接过长 | the link is too long") @Nullable String token,
            @Nullable ShopId shop,
            @Nullable UUID codeId,
            @Size(max = 20, message = "验证码为6位数字 | the code has 6 digits") @Nullable String code) {}

    /**
     * The customer who is in.
     *
     * @param onlyOrder the one order that a code opens; null after a link, which opens all
     * @param order the order the shop's link pointed to, right after entry
     * @param language the language the shop's link asked for, right after entry
     */
    record CustomerSessionView(
            String kind,
            PublicShop shop,
            String customerId,
            @Nullable String displayName,
            @Nullable String onlyOrder,
            @Nullable String order,
            @Nullable String language) {}

    private final Codes codes;
    private final Shops shops;
    private final ShopTokens links;
    private final CustomerSessions sessions;
    private final FactLog facts;

    EntranceController(
            Codes codes, Shops shops, ShopTokens links, CustomerSessions sessions, FactLog facts) {
        this.codes = codes;
        this.shops = shops;
        this.links = links;
        this.sessions = sessions;
        this.facts = facts;
    }

    @GetMapping("/public/shops")
    @ForEveryone
    List<PublicShop> listPublicShops(Locale language) {
        return shops.list().stream()
                .map(shop -> new PublicShop(shop.id(), shop.name().in(language)))
                .toList();
    }

    @PutMapping("/portal/codes/{id}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @ForEveryone
    CodeAnswer askForCode(
            @PathVariable UUID id,
            @RequestBody @Valid CodeWish wish,
            HttpServletRequest request,
            Locale language) {
        var contact = wish.contact() == null || wish.contact().isBlank() ? null : wish.contact();
        codes.ask(
                id,
                wish.shop(),
                wish.orderNumber(),
                contact == null ? null : contact.strip(),
                language.toLanguageTag(),
                request.getRemoteAddr());
        return new CodeAnswer(
                contact == null ? null : masked(contact.strip()),
                Codes.GOOD_FOR.toSeconds(),
                contact == null ? null : contact.contains("@") ? "EMAIL" : "SMS");
    }

    @PostMapping("/portal/session")
    @ForEveryone
    CustomerSessionView enter(
            @RequestBody @Valid NewCustomerSession body,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language) {
        if (body.token() != null) {
            return enterByLink(body.token(), request, response, language);
        }
        if (body.shop() == null || body.codeId() == null || body.code() == null) {
            throw Problem.invalid(
                    "", "需要 token，或 shop、codeId 与 code", "needs a token, or shop, codeId and code");
        }
        return enterByCode(body.shop(), body.codeId(), body.code(), request, response, language);
    }

    private CustomerSessionView enterByLink(
            String token,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language) {
        var link =
                links.redeem(token)
                        .orElseThrow(
                                () ->
                                        Problem.refused(
                                                "link-not-good",
                                                "此链接无效或已过期，请从店铺重新进入，或用订单号和验证码进入",
                                                "This link is not valid any more; come again from the shop,"
                                                        + " or enter with an order number and a code"));
        var customer = new Caller.Customer(link.shop(), link.customer(), null);
        sessions.open(customer, link.name(), request, response);
        tell(customer, "LINK");
        return view(customer, link.name(), link.order(), link.language(), language);
    }

    private CustomerSessionView enterByCode(
            ShopId shop,
            UUID id,
            String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language) {
        var entered =
                codes.redeem(id, shop, code)
                        .orElseThrow(
                                () ->
                                        Problem.refused(
                                                "code-not-good",
                                                "验证码不正确或已失效，请核对或重新获取",
                                                "The code is wrong or no longer good;"
                                                        + " check it or ask for a new one"));
        sessions.open(entered.customer(), entered.name(), request, response);
        tell(entered.customer(), "CODE");
        return view(entered.customer(), entered.name(), null, null, language);
    }

    @GetMapping("/portal/session")
    @ForCustomers
    CustomerSessionView customerSession(
            Caller.Customer customer, HttpServletRequest request, Locale language) {
        return view(customer, sessions.displayName(request), null, null, language);
    }

    @DeleteMapping("/portal/session")
    @ForCustomers
    void leave(HttpServletRequest request, HttpServletResponse response) {
        sessions.close(request, response);
    }

    private CustomerSessionView view(
            Caller.Customer customer,
            @Nullable String name,
            @Nullable String order,
            @Nullable String linkLanguage,
            Locale language) {
        var shopName =
                shops.find(customer.shop())
                        .map(shop -> shop.name().in(language))
                        .orElse(customer.shop().value());
        return new CustomerSessionView(
                "customer",
                new PublicShop(customer.shop(), shopName),
                customer.id(),
                name,
                customer.onlyOrder(),
                order,
                linkLanguage);
    }

    private void tell(Caller.Customer customer, String by) {
        facts.append(
                new NewFact(
                        customer.shop(),
                        "aftersales.customer-entered",
                        "customer:" + customer.id(),
                        customer.actor(),
                        customer.id(),
                        Audience.NONE,
                        Map.of("by", by)));
    }

    private static String masked(String contact) {
        var at = contact.indexOf('@');
        if (at > 0) {
            return contact.charAt(0) + "***" + contact.substring(at);
        }
        return contact.length() < 5
                ? "****"
                : contact.substring(0, 2)
                        + "*".repeat(contact.length() - 4)
                        + contact.substring(contact.length() - 2);
    }
}
