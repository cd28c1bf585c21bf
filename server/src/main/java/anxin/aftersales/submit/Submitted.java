package anxin.aftersales.submit;

import anxin.aftersales.page.CasePage;
import anxin.kernel.ShopId;

/** What became of a wish. */
public sealed interface Submitted {

    /** There is a case under the wish's id: made now, or the first time the wish was sent. */
    record Case(CasePage page) implements Submitted {}

    /** The wish is answered by a case that is open already. */
    record Existing(ShopId shop, String caseId) implements Submitted {}

    /** Not there, or not the customer's: one answer for both. */
    record UnknownOrder() implements Submitted {}

    /** The id stands for another wish already. */
    record IdTaken() implements Submitted {}
}
