package anxin.language.encoder;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Cuts a text into the pieces that a BERT model knows, lower-cased and without accents. */
final class WordPiece {

    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> pieces;
    private final int begin;
    private final int end;
    private final int unknown;

    WordPiece(Map<String, Integer> pieces) {
        this.pieces = pieces;
        this.begin = pieces.getOrDefault("[CLS]", 101);
        this.end = pieces.getOrDefault("[SEP]", 102);
        this.unknown = pieces.getOrDefault("[UNK]", 100);
    }

    /** At most {@code most} numbers, the marks of beginning and end among them. */
    int[] encode(String text, int most) {
        var ids = new ArrayList<Integer>();
        ids.add(begin);
        for (var word : words(text)) {
            addPieces(word, ids);
            if (ids.size() >= most) {
                break;
            }
        }
        while (ids.size() >= most) {
            ids.removeLast();
        }
        ids.add(end);
        return ids.stream().mapToInt(Integer::intValue).toArray();
    }

    private void addPieces(String word, List<Integer> ids) {
        if (word.length() > LONGEST_WORD) {
            ids.add(unknown);
            return;
        }
        int before = ids.size();
        for (int from = 0; from < word.length(); ) {
            int to = word.length();
            Integer found = null;
            while (to > from && found == null) {
                var piece = word.substring(from, to);
                found = pieces.get(from == 0 ? piece : "##" + piece);
                to = found == null ? to - 1 : to;
            }
            if (found == null) {
                ids.subList(before, ids.size()).clear();
                ids.add(unknown);
                return;
            }
            ids.add(found);
            from = to;
        }
    }

    private static List<String> words(String text) {
        var plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        plain.codePoints()
                .forEach(
                        point -> {
                            int type = Character.getType(point);
                            if (type == Character.NON_SPACING_MARK) {
                                return;
                            }
                            boolean space =
                                    Character.isWhitespace(point)
                                            || Character.isSpaceChar(point)
                                            || type == Character.CONTROL
                                            || type == Character.FORMAT;
                            if (space || standsAlone(point)) {
                                if (!word.isEmpty()) {
                                    words.add(word.toString());
                                    word.setLength(0);
                                }
                                if (!space) {
                                    words.add(Character.toString(point));
                                }
                            } else {
                                word.appendCodePoint(point);
                            }
                        });
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    private static boolean standsAlone(int point) {
        if (point < 128) {
            return !Character.isLetterOrDigit(point);
        }
        return switch (Character.getType(point)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION ->
                    true;
            default ->
                    point >= 0x4E00 && point <= 0x9FFF
                            || point >= 0x3400 && point <= 0x4DBF
                            || point >= 0xF900 && point <= 0xFAFF
                            || point >= 0x20000 && point <= 0x2FA1F;
        };
    }
}
