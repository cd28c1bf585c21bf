package anxin.bot.dialogue;

/** Something that the customer may answer with one touch, and what it stands for. */
public record Choice(String label, String value) {}
