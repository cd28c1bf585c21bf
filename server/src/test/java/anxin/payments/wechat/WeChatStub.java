package anxin.payments.wechat;

import anxin.payments.Stub;
import anxin.payments.Stub.Reply;
import anxin.payments.Stub.Request;
import anxin.payments.wire.Rsa;
import anxin.payments.wire.Yuan;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The documented protocol of API v3 with books behind it: a number is paid once. */
final class WeChatStub implements AutoCloseable {

    static final String MERCHANT = "1900000001";
    static final String SERIAL = "5157F09EFDC096DE15EBE81A47057A7232F1B8E1";
    static final String API_KEY = "0123456789abcdef0123456789abcdef";
    static final String PUBLIC_KEY_ID = "PUB_KEY_ID_0119000000012026";

    /** What signs the gateway's answers: a platform certificate or the newer public key. */
    record Signer(String serial, PrivateKey key, @Nullable X509Certificate certificate) {}

    record Refund(String number, long amount, String currency, String status) {}

    private static final Pattern FIELD = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    private static final KeyPair MERCHANT_KEYS = Stub.rsa();
    private static final KeyPair PLATFORM_KEYS = Stub.rsa();

    final KeyPair merchant = MERCHANT_KEYS;
    final KeyPair publicKey = PLATFORM_KEYS;
    final Map<String, Refund> books = new ConcurrentHashMap<>();
    final List<Signer> platform = new ArrayList<>();
    private final JsonMapper json = JsonMapper.shared();
    private final Clock clock;
    final Stub stub;

    Signer signer;
    @Nullable String refuse;
    int refuseStatus = 403;
    String newStatus = "SUCCESS";
    @Nullable String spoilHash;
    long amountOff;

    WeChatStub(Clock clock) {
        this.clock = clock;
        signer = new Signer(PUBLIC_KEY_ID, publicKey.getPrivate(), null);
        stub = new Stub(this::answer);
    }

    /** What it has in its books under this number; -1 for nothing. */
    long minor(String number) {
        var refund = books.get(number);
        return refund == null ? -1 : refund.amount();
    }

    Map<String, String> settings() {
        return Map.of(
                "merchantId",
                MERCHANT,
                "certificateSerial",
                SERIAL,
                "privateKey",
                Stub.pem("PRIVATE KEY", merchant.getPrivate().getEncoded()),
                "apiV3Key",
                API_KEY,
                "publicKeyId",
                PUBLIC_KEY_ID,
                "publicKey",
                Stub.pem("PUBLIC KEY", publicKey.getPublic().getEncoded()),
                "address",
                stub.address(),
                "callBackAddress",
                "https://care.example.com");
    }

    /** The platform's next certificate, made by the JDK's own tool. */
    Signer certificate() throws Exception {
        var file = Files.createTempDirectory("platform").resolve("keys.p12");
        var command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                        "-genkeypair -alias p -keyalg RSA -keysize 2048 -validity 30 -storetype PKCS12"
                                + " -dname CN=Tenpay -startdate 2026/11/01 -storepass secret -keystore");
        var words = new ArrayList<>(List.of(command.get(0)));
        words.addAll(List.of(command.get(1).split(" ")));
        words.add(file.toString());
        var tool = new ProcessBuilder(words).redirectErrorStream(true).start();
        var said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (tool.waitFor() != 0) {
            throw new AssertionError(said);
        }
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            store.load(in, "secret".toCharArray());
        }
        var certificate = (X509Certificate) store.getCertificate("p");
        var made =
                new Signer(
                        certificate.getSerialNumber().toString(16).toUpperCase(Locale.ROOT),
                        (PrivateKey) store.getKey("p", "secret".toCharArray()),
                        certificate);
        platform.add(made);
        return made;
    }

    private Reply answer(Request request) {
        requireSignature(request);
        var path = request.path().replaceAll("\\?.*", "");
        if (path.equals("/v3/refund/domestic/refunds")) {
            return refund(request);
        } else if (path.startsWith("/v3/refund/domestic/refunds/")) {
            var refund = books.get(path.substring(path.lastIndexOf('/') + 1));
            return refund == null ? trouble(404, "RESOURCE_NOT_EXISTS") : signed(200, view(refund));
        } else if (path.equals("/v3/certificates")) {
            return certificates();
        } else if (path.equals("/v3/bill/tradebill")) {
            return signed(
                    200,
                    json.writeValueAsString(
                            Map.of(
                                    "hash_type",
                                    "SHA1",
                                    "hash_value",
                                    spoilHash == null ? sha1(bill()) : spoilHash,
                                    "download_url",
                                    stub.address() + "/v3/billdownload/file?token=t")));
        } else if (path.equals("/v3/billdownload/file")) {
            return Reply.of(200, bill());
        }
        return trouble(404, "NOT_FOUND");
    }

    private Reply refund(Request request) {
        if (refuse != null) {
            return trouble(refuseStatus, refuse);
        }
        var body = json.readTree(request.body());
        var number = body.path("out_refund_no").asString();
        var amount = body.path("amount");
        books.putIfAbsent(
                number,
                new Refund(
                        number,
                        amount.path("refund").asLong(),
                        amount.path("currency").asString(),
                        newStatus));
        return signed(200, view(books.get(number)));
    }

    private String view(@Nullable Refund refund) {
        return json.writeValueAsString(fields(refund, "status"));
    }

    private Map<String, Object> fields(@Nullable Refund refund, String status) {
        if (refund == null) {
            throw new AssertionError("no refund");
        }
        var fields = new LinkedHashMap<String, Object>();
        fields.put("refund_id", "50000" + refund.number());
        fields.put("out_refund_no", refund.number());
        fields.put(status, refund.status());
        fields.put(
                "amount",
                Map.of("refund", refund.amount() + amountOff, "currency", refund.currency()));
        return fields;
    }

    private Reply certificates() {
        var data =
                platform.stream()
                        .map(
                                one ->
                                        Map.of(
                                                "serial_no",
                                                one.serial(),
                                                "encrypt_certificate",
                                                Map.of(
                                                        "algorithm",
                                                        "AEAD_AES_256_GCM",
                                                        "nonce",
                                                        "61f9c719728a",
                                                        "associated_data",
                                                        "certificate",
                                                        "ciphertext",
                                                        WeChatSignature.seal(
                                                                API_KEY,
                                                                "61f9c719728a",
                                                                "certificate",
                                                                pem(one)))))
                        .toList();
        return signed(200, json.writeValueAsString(Map.of("data", data)));
    }

    private static byte[] pem(Signer one) {
        try {
            var certificate = one.certificate();
            if (certificate == null) {
                throw new AssertionError("a public key has no certificate");
            }
            return Stub.pem("CERTIFICATE", certificate.getEncoded())
                    .getBytes(StandardCharsets.UTF_8);
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private String bill() {
        var text = new StringBuilder("\uFEFF交易时间,商户号,微信退款单号,商户退款单号,退款金额,申请退款金额,货币种类,退款状态,商品名称\r\n");
        for (var refund : books.values()) {
            var yuan = Yuan.of(refund.amount() + amountOff, refund.currency());
            text.append(
                    "`2026-11-12 10:00:00,`%s,`50000%s,`%s,`%s,`%s,`%s,`%s,`真丝衬衫\r\n"
                            .formatted(
                                    MERCHANT,
                                    refund.number(),
                                    refund.number(),
                                    yuan,
                                    yuan,
                                    refund.currency(),
                                    refund.status()));
        }
        return text.append("总交易单数,应结订单总金额,退款总金额\r\n`1,`0.00,`1.00\r\n").toString();
    }

    /** A call-back about a refund: its headers, lower case, and its body. */
    record CallBack(Map<String, String> headers, String body) {}

    CallBack callBack(String number) {
        return callBack(number, MERCHANT, API_KEY, clock.instant().getEpochSecond());
    }

    CallBack callBack(String number, String merchant, String key, long seconds) {
        var refund = fields(books.get(number), "refund_status");
        refund.put("mchid", merchant);
        var body =
                json.writeValueAsString(
                        Map.of(
                                "id",
                                "EV-1",
                                "event_type",
                                "REFUND.SUCCESS",
                                "resource_type",
                                "encrypt-resource",
                                "resource",
                                Map.of(
                                        "algorithm",
                                        "AEAD_AES_256_GCM",
                                        "original_type",
                                        "refund",
                                        "nonce",
                                        "fdasflkja484",
                                        "associated_data",
                                        "refund",
                                        "ciphertext",
                                        WeChatSignature.seal(
                                                key,
                                                "fdasflkja484",
                                                "refund",
                                                json.writeValueAsBytes(refund)))));
        return new CallBack(signature(body, seconds), body);
    }

    private Reply signed(int status, String body) {
        return new Reply(
                status,
                signature(body, clock.instant().getEpochSecond()),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, String> signature(String body, long seconds) {
        var message = WeChatSignature.answer(String.valueOf(seconds), "nonce", body);
        return Map.of(
                "wechatpay-timestamp",
                String.valueOf(seconds),
                "wechatpay-nonce",
                "nonce",
                "wechatpay-serial",
                signer.serial(),
                "wechatpay-signature",
                Rsa.sign(signer.key(), message));
    }

    private static Reply trouble(int status, String code) {
        return Reply.of(status, "{\"code\":\"" + code + "\",\"message\":\"told by the stub\"}");
    }

    private void requireSignature(Request request) {
        var given = request.headers().getOrDefault("authorization", "");
        var fields = new LinkedHashMap<String, String>();
        var found = FIELD.matcher(given);
        while (found.find()) {
            fields.put(found.group(1), found.group(2));
        }
        var message =
                WeChatSignature.request(
                        request.method(),
                        request.path(),
                        Long.parseLong(fields.getOrDefault("timestamp", "0")),
                        fields.getOrDefault("nonce_str", ""),
                        request.body());
        if (!given.startsWith(WeChatSignature.SCHEME + " ")
                || !MERCHANT.equals(fields.get("mchid"))
                || !SERIAL.equals(fields.get("serial_no"))
                || !Rsa.verifies(
                        merchant.getPublic(), message, fields.getOrDefault("signature", ""))) {
            throw new AssertionError("not signed by the merchant: " + given);
        }
    }

    private static String sha1(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-1")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        stub.close();
    }
}
