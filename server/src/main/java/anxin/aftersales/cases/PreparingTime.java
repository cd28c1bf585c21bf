package anxin.aftersales.cases;

import java.time.Duration;

/** How long it takes until what is owed can be sent. */
public interface PreparingTime {

    /** Zero where the state's own limit is enough. */
    Duration of(CaseRow row);
}
