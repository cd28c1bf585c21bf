package anxin.aftersales.returns;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One look at what came back, as it is kept: PASS, PART or MISMATCH. */
public record Finding(
        String inspector,
        String result,
        List<Unit> units,
        List<UUID> photos,
        @Nullable String finding,
        @Nullable Integer proposalPct,
        @Nullable String note) {}
