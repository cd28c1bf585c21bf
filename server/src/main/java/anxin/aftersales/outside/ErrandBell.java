package anxin.aftersales.outside;

import anxin.kernel.loop.Bell;
import org.springframework.stereotype.Component;

/** Wakes the sender as soon as an errand is committed. */
@Component
class ErrandBell extends Bell {}
