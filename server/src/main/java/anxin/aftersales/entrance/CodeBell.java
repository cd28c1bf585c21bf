package anxin.aftersales.entrance;

import anxin.kernel.loop.Bell;
import org.springframework.stereotype.Component;

/** Wakes the sender when a code was asked for on this node. */
@Component
class CodeBell extends Bell {}
