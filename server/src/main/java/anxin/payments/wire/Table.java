package anxin.payments.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A bill as text: lines of values between commas, the first with the names of the columns. */
public final class Table {

    private Table() {}

    /** Rows by name of column; a line that is shorter or longer than the first ends the table. */
    public static List<Map<String, String>> read(List<String> lines) {
        var rows = new ArrayList<Map<String, String>>();
        if (lines.isEmpty()) {
            return rows;
        }
        var names = values(lines.getFirst());
        for (var line : lines.subList(1, lines.size())) {
            var values = values(line);
            if (values.size() != names.size()) {
                break;
            }
            var row = new LinkedHashMap<String, String>();
            for (int i = 0; i < names.size(); i++) {
                row.put(names.get(i), values.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<String> values(String line) {
        var values = new ArrayList<String>();
        var value = new StringBuilder();
        var quoted = false;
        for (int i = 0; i < line.length(); i++) {
            var c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                values.add(plain(value));
                value.setLength(0);
            } else {
                value.append(c);
            }
        }
        values.add(plain(value));
        return values;
    }

    /** WeChat Pay puts a back-tick before every value, Alipay a tab behind it. */
    private static String plain(StringBuilder value) {
        var text = value.toString().strip().replace("\uFEFF", "");
        return text.startsWith("`") ? text.substring(1) : text;
    }
}
