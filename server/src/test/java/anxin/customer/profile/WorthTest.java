package anxin.customer.profile;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.commerce.Buyers.Bought;
import anxin.commerce.Buyers.Buyer;
import anxin.kernel.ShopId;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorthTest {

    @ParameterizedTest
    @CsvSource({
        "0, NORMAL, 0",
        "1, NORMAL, 1",
        "19999, NORMAL, 1",
        "20000, NORMAL, 2",
        "499999, NORMAL, 5",
        "500000, NORMAL, 6",
        "5000000, NORMAL, 9",
        "900000000, , 9",
        "1, SILVER, 3",
        "1, GOLD, 6",
        "1000000, GOLD, 7",
        "1, DIAMOND, 9",
        "100, PLATINUM, 1"
    })
    void by_what_was_paid_and_at_least_by_the_shops_own_rating(long fen, String tier, int value) {
        var buyer = new Buyer(new ShopId("harbour-tea"), "lin-xiao");
        assertThat(Worth.value(new Bought(buyer, BigDecimal.valueOf(fen), tier))).isEqualTo(value);
    }
}
