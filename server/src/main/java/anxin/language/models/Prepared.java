package anxin.language.models;

import java.io.InputStream;
import java.util.Optional;

/** What was learned when the product was built, and lies in its jar. */
interface Prepared {

    /** Where {@link Prepare} puts it. */
    Prepared IN_JAR =
            name ->
                    Optional.ofNullable(
                            Prepared.class.getResourceAsStream("/language/models/" + name));

    Optional<InputStream> open(String name);
}
