package anxin.commerce.intake;

import anxin.kernel.ShopId;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Takes documents of one kind, however they come: in bulk, by web hook, or as demo data. The single
 * ones that come by REST go the same way.
 */
public interface Intake {

    Kind kind();

    /**
     * All of them in the caller's transaction; the answer at a place is about the document at that
     * place, and a malformed one hinders no other.
     */
    List<Taken> take(ShopId shop, List<JsonNode> documents);
}
