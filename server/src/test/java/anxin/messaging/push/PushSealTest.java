package anxin.messaging.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PushSealTest {

    private static final Base64.Decoder BASE64 = Base64.getUrlDecoder();

    @Test
    void the_example_of_rfc_8291_comes_out_to_the_byte() throws GeneralSecurityException {
        var ours =
                new KeyPair(
                        P256.publicKey(
                                bytes(
                                        "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8")),
                        P256.privateKey(bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")));
        var sealed =
                PushSeal.seal(
                        "When I grow up, I want to be a watermelon"
                                .getBytes(StandardCharsets.UTF_8),
                        bytes(
                                "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"),
                        bytes("BTBZMqHH6r4Tts7J_aSIgg"),
                        ours,
                        bytes("DGv6ra1nlYgDCS1FRnbzlw"));
        assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed))
                .isEqualTo(
                        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN");
    }

    @Test
    void the_service_can_check_who_is_pushing() throws GeneralSecurityException {
        var keys = VapidKeys.make();
        var now = Instant.parse("2026-11-13T02:00:00Z");
        var header =
                VapidKeys.authorization(
                        key(keys, VapidKeys.PUBLIC),
                        key(keys, VapidKeys.PRIVATE),
                        "https://fcm.googleapis.com",
                        "mailto:care@example.com",
                        now);
        assertThat(header).startsWith("vapid t=").endsWith(", k=" + key(keys, VapidKeys.PUBLIC));
        var parts = header.substring("vapid t=".length(), header.indexOf(',')).split("\\.");
        var claims = JsonMapper.shared().readTree(bytes(parts[1]));
        assertThat(claims.path("aud").asString()).isEqualTo("https://fcm.googleapis.com");
        assertThat(claims.path("exp").asLong())
                .as("RFC 8292: at most a day")
                .isBetween(now.getEpochSecond(), now.getEpochSecond() + 86_400);
        var check = Signature.getInstance("SHA256withECDSAinP1363Format");
        check.initVerify(P256.publicKey(bytes(key(keys, VapidKeys.PUBLIC))));
        check.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(check.verify(bytes(parts[2]))).isTrue();
    }

    private static String key(Map<String, String> keys, String name) {
        return Objects.requireNonNull(keys.get(name));
    }

    private static byte[] bytes(String base64) {
        return BASE64.decode(base64);
    }
}
