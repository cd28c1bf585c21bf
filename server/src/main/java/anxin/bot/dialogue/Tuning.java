package anxin.bot.dialogue;

/**
 * From where on it is sure enough.
 *
 * @param intent of what is wanted
 * @param anger how loudly an angry customer speaks before people take over
 */
public record Tuning(double intent, double anger) {}
