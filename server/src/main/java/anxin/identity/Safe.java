package anxin.identity;

/**
 * Seals secrets that must be read again, so that a copy of the database alone opens nothing. The
 * key is the installation's.
 */
public interface Safe {

    byte[] seal(byte[] secret);

    byte[] open(byte[] sealed);
}
