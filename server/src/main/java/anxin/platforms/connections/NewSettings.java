package anxin.platforms.connections;

import anxin.kernel.problem.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What an administrator typed, laid over the secrets that are there and were left away. */
final class NewSettings {

    private static final Set<String> ADDRESSES =
            Set.of(Field.ADDRESS, Field.CASE_LINK, "tokenAddress");

    private NewSettings() {}

    static Map<String, String> of(
            List<Field> fields, Map<String, String> sent, Map<String, String> before) {
        var known = fields.stream().map(Field::name).collect(Collectors.toSet());
        sent.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(
                        name -> {
                            throw Problem.invalid(pointer(name), "没有这一项", "is not a setting here");
                        });
        var settings = new LinkedHashMap<String, String>();
        for (var field : fields) {
            var kept = field.secret() ? before.getOrDefault(field.name(), "") : "";
            var typed = sent.getOrDefault(field.name(), "").strip();
            var value = typed.isEmpty() ? kept : typed;
            if (!value.isEmpty()) {
                settings.put(field.name(), value);
            } else if (field.required()) {
                throw Problem.invalid(pointer(field.name()), "必填", "is needed");
            }
        }
        ADDRESSES.forEach(name -> requireSafe(name, settings.getOrDefault(name, "")));
        return settings;
    }

    /** Keys and customers' cases go over TLS; a relay on this very machine may do without. */
    private static void requireSafe(String name, String address) {
        if (!address.isEmpty() && !isSafe(address.replace("{id}", "0"))) {
            throw Problem.invalid(pointer(name), "应为 https 地址", "must be an https address");
        }
    }

    private static boolean isSafe(String address) {
        try {
            var uri = new URI(address);
            var local = Set.of("127.0.0.1", "localhost").contains(String.valueOf(uri.getHost()));
            return uri.getHost() != null
                    && uri.getUserInfo() == null
                    && ("https".equals(uri.getScheme())
                            || (local && "http".equals(uri.getScheme())));
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }

    private static String pointer(String name) {
        return "/settings/" + name;
    }
}
