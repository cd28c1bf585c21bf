package anxin.platforms.connections;

import anxin.platforms.Platform;
import java.util.List;

/** Makes the connections to one platform. */
public interface PlatformMaker {

    Platform platform();

    /** What a connection has to know. */
    List<Field> fields();

    /** Whether the platform tells by HTTP that something happened; else we only pull. */
    boolean hasHook();

    /** Calls nobody. */
    ShopPlatform open(Connection connection);
}
