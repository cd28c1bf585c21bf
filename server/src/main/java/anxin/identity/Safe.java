package anxin.identity;

/**
 * Seals secrets that must be read again, so that a copy of the database alone opens nothing, and
 * signs what leaves the house and comes back. The key is the installation's.
 */
public interface Safe {

    byte[] seal(byte[] secret);

    byte[] open(byte[] sealed);

    /**
     * Proves that we said so: the same words have the same signature as long as the key is the
     * same. Words begin with what they are for, so that none is good for something else.
     */
    String sign(String words);
}
