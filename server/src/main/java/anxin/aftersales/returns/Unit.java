package anxin.aftersales.returns;

import org.jspecify.annotations.Nullable;

/** So many of one line, and what becomes of them; {@code serial} as it was scanned. */
public record Unit(String lineId, int qty, Disposition disposition, @Nullable String serial) {}
