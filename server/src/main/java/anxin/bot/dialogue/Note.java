package anxin.bot.dialogue;

/** What is remembered by name. */
public enum Note {
    FLOW,
    ASKED,
    /** The order that the talk is about. */
    ORDER,
    /** The line of it that the talk is about. */
    LINE,
    LANGUAGE,
    /** The customer's own words before. */
    BEFORE,
    /** Our own words before. */
    LAST,
    /** What was decided when the customer was asked to confirm. */
    VERDICT,
    /** Why, in plain words, and what it rests on. */
    BECAUSE,
    FREIGHT,
    /** What the customer wanted when they had to prove an order first. */
    PENDING,
    CODE,
    CODE_ORDER,
    PROVEN_CUSTOMER,
    PROVEN_ORDER,
    /** The guide whose question was asked. */
    GUIDE,
    /** What the customer wants, as last understood; an intent. */
    TOPIC,
    EMOTION,
    PROBLEM,
    /** The choice that leads on from an answer. */
    OFFERED,
    SUBMITTED
}
