package anxin.aftersales.entrance;

import anxin.aftersales.OrderProof;
import anxin.kernel.OrderNumber;
import anxin.kernel.ShopId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The codes of the entrance, for whoever speaks with customers elsewhere. */
@Component
class CodeProof implements OrderProof {

    private final Codes codes;

    CodeProof(Codes codes) {
        this.codes = codes;
    }

    @Override
    public void ask(UUID id, ShopId shop, OrderNumber order, String language, String from) {
        codes.ask(id, shop, order, null, language, from);
    }

    @Override
    public Optional<Proven> check(UUID id, ShopId shop, String code) {
        return codes.redeem(id, shop, code)
                .flatMap(
                        entered ->
                                Optional.ofNullable(entered.customer().onlyOrder())
                                        .map(
                                                order ->
                                                        new Proven(
                                                                entered.customer().id(),
                                                                order,
                                                                entered.name())));
    }
}
