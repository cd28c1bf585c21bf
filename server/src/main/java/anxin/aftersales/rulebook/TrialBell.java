package anxin.aftersales.rulebook;

import anxin.kernel.loop.Bell;
import org.springframework.stereotype.Component;

/** Rings when a trial is asked for. */
@Component
class TrialBell extends Bell {}
