package anxin.aftersales.refund;

import anxin.kernel.loop.Bell;
import org.springframework.stereotype.Component;

/** Wakes the sender as soon as an intent is committed, so that nobody waits for the next look. */
@Component
class RefundBell extends Bell {}
