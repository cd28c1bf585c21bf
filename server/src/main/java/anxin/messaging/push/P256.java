package anxin.messaging.push;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;

/**
 * Keys on the curve P-256 in the raw form that browsers speak: 65 bytes for a point, 32 for a
 * number.
 */
final class P256 {

    private static final int COORDINATE = 32;
    private static final int POINT = 1 + 2 * COORDINATE;
    private static final byte UNCOMPRESSED = 4;

    private P256() {}

    static KeyPair newPair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK knows P-256", e);
        }
    }

    /** Throws for whatever is no point of the curve. */
    static ECPublicKey publicKey(byte[] point) throws GeneralSecurityException {
        if (point.length != POINT || point[0] != UNCOMPRESSED) {
            throw new IllegalArgumentException("not an uncompressed point of P-256");
        }
        var x = new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + COORDINATE));
        var y = new BigInteger(1, Arrays.copyOfRange(point, 1 + COORDINATE, POINT));
        var curve = curve();
        var prime = ((java.security.spec.ECFieldFp) curve.getCurve().getField()).getP();
        var right =
                x.modPow(BigInteger.valueOf(3), prime)
                        .add(curve.getCurve().getA().multiply(x))
                        .add(curve.getCurve().getB())
                        .mod(prime);
        if (!y.modPow(BigInteger.TWO, prime).equals(right)) {
            throw new IllegalArgumentException("not a point of P-256");
        }
        return (ECPublicKey)
                KeyFactory.getInstance("EC")
                        .generatePublic(new ECPublicKeySpec(new ECPoint(x, y), curve));
    }

    static ECPrivateKey privateKey(byte[] number) throws GeneralSecurityException {
        return (ECPrivateKey)
                KeyFactory.getInstance("EC")
                        .generatePrivate(new ECPrivateKeySpec(new BigInteger(1, number), curve()));
    }

    private static ECParameterSpec curve() throws GeneralSecurityException {
        var parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        return parameters.getParameterSpec(ECParameterSpec.class);
    }

    static byte[] raw(ECPublicKey key) {
        var raw = new byte[POINT];
        raw[0] = UNCOMPRESSED;
        put(key.getW().getAffineX(), raw, 1);
        put(key.getW().getAffineY(), raw, 1 + COORDINATE);
        return raw;
    }

    static byte[] raw(ECPrivateKey key) {
        var raw = new byte[COORDINATE];
        put(key.getS(), raw, 0);
        return raw;
    }

    /** As many bytes as a coordinate has, whatever the number's own length. */
    private static void put(BigInteger number, byte[] into, int at) {
        var bytes = number.toByteArray();
        var from = Math.max(0, bytes.length - COORDINATE);
        System.arraycopy(
                bytes, from, into, at + COORDINATE - (bytes.length - from), bytes.length - from);
    }
}
