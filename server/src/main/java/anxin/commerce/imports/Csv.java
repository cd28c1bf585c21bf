package anxin.commerce.imports;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** From a row of cells to the document that the column names describe (RFC 4180). */
final class Csv {

    private static final int MOST_ELEMENTS = 1000;

    private Csv() {}

    static List<String> cells(String row) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        for (int i = 0; i < row.length(); i++) {
            var c = row.charAt(i);
            if (quoted && c == '"' && i + 1 < row.length() && row.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().stripTrailing());
        return cells;
    }

    /** An empty cell is a field that is absent. */
    static ObjectNode document(List<String> names, List<String> cells, JsonMapper json) {
        var document = json.createObjectNode();
        for (int i = 0; i < names.size() && i < cells.size(); i++) {
            if (!cells.get(i).isBlank()) {
                put(document, names.get(i).strip().split("\\."), cells.get(i).strip(), json);
            }
        }
        return document;
    }

    private static void put(ObjectNode root, String[] path, String value, JsonMapper json) {
        JsonNode place = root;
        for (int i = 0; i < path.length - 1; i++) {
            place = child(place, path[i], isPlace(path[i + 1]), json);
        }
        var last = path[path.length - 1];
        if (place instanceof ObjectNode object) {
            object.put(last, value);
        } else if (place instanceof ArrayNode array && isPlace(last)) {
            fill(array, Integer.parseInt(last), json);
            array.set(Integer.parseInt(last), value);
        }
    }

    private static JsonNode child(JsonNode place, String name, boolean list, JsonMapper json) {
        var empty = list ? json.createArrayNode() : json.createObjectNode();
        if (place instanceof ObjectNode object) {
            var known = object.get(name);
            if (known == null) {
                object.set(name, empty);
                return empty;
            }
            return known;
        }
        if (place instanceof ArrayNode array && isPlace(name)) {
            var index = Integer.parseInt(name);
            fill(array, index, json);
            if (array.get(index).isNull()) {
                array.set(index, empty);
            }
            return array.get(index);
        }
        return empty;
    }

    private static void fill(ArrayNode array, int index, JsonMapper json) {
        while (array.size() <= Math.min(index, MOST_ELEMENTS)) {
            array.add(json.nullNode());
        }
    }

    private static boolean isPlace(String name) {
        return name.matches("\\d{1,3}");
    }
}
