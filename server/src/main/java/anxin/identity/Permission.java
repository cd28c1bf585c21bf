package anxin.identity;

/**
 * What one may do. A role is a set of these, an API key's scopes are some of these; every endpoint
 * names the one it needs.
 */
public enum Permission {
    /** See cases, their orders and evidence, with personal data masked. */
    CASE_READ,
    /** Approve, refuse or ask for evidence on a case, within one's tier. */
    CASE_DECIDE,
    /** Write to the customer on a case. */
    CASE_MESSAGE,
    /** Open a case in a customer's name. */
    CASE_SUBMIT,
    /** See conversations with customers, with personal data masked. */
    CONVERSATION_READ,
    /** Answer customers, take, hand over, put off and close conversations. */
    CONVERSATION_ANSWER,
    /** Set queues, the rules by which work finds them, and people's skills and limits. */
    ROUTING_WRITE,
    /** See tickets, with personal data masked. */
    TICKET_READ,
    /** Open tickets, own them, ask others for help and tell the customer the result. */
    TICKET_WORK,
    /** Answer what tickets ask of the departments whose work one does. */
    TICKET_ANSWER,
    /** Set the rules, limits and parties of tickets. */
    TICKET_RULES,
    /** Hand in what customers wrote on a channel; for programs. */
    CHANNEL_DELIVER,
    /** See personal data unmasked; every look is in the journal. */
    PERSONAL_READ,
    /** See orders, products, parcels and stores. */
    COMMERCE_READ,
    /** Write orders, products, parcels and stores, and import them. */
    COMMERCE_WRITE,
    /** Inspect what came back. */
    WAREHOUSE_WORK,
    /** Confirm, receive and hand over in a store. */
    STORE_WORK,
    /** Work on parcels and carriers' claims. */
    LOGISTICS_WORK,
    /** Answer what technology is asked. */
    TECHNOLOGY_WORK,
    /** Answer what those are asked who make or buy the products. */
    PRODUCT_WORK,
    /** Work on refunds that failed or are not known. */
    FINANCE_WORK,
    /** Sign what exceeds somebody else's tier. */
    APPROVE_REFUND,
    /** Read and try policies. */
    POLICY_READ,
    /** Publish policies. */
    POLICY_WRITE,
    /** People, teams, roles. */
    PEOPLE_MANAGE,
    /** API keys and shop keys. */
    KEYS_MANAGE,
    /** Search the journal. */
    JOURNAL_READ,
    /** See figures over all of it. */
    INSIGHT_READ,
    /** Have texts understood, and see the intents and models behind it. */
    LANGUAGE_READ,
    /** Change a shop's intents, train its model and put one live. */
    LANGUAGE_WRITE,
    /** Read articles, ask for answers, say whether they helped. */
    KNOWLEDGE_READ,
    /** Write articles and confirm that they still hold. */
    KNOWLEDGE_WRITE,
    /** Put somebody else's article live, send it back, or take one away. */
    KNOWLEDGE_REVIEW,
    /** Read scripts, have them suggested and wordings checked, say what is good. */
    SCRIPT_READ,
    /** Write scripts and confirm that they still hold. */
    SCRIPT_WRITE,
    /** Put somebody else's script live, send it back, bring an older one back, compare two. */
    SCRIPT_REVIEW
}
