package anxin.identity.people;

import anxin.kernel.ShopId;
import anxin.kernel.problem.Problem;

/** A shop's own role or team is named {@code shop:name}, so that no two shops collide. */
final class OwnId {

    private OwnId() {}

    static String of(ShopId shop, String name) {
        if (!name.matches("[a-z0-9-]{1,40}")) {
            throw Problem.invalid("/name", "1到40个小写字母、数字或 -", "must be 1 to 40 of a-z, 0-9 and -");
        }
        return shop + ":" + name;
    }
}
