package anxin.aftersales.policy;

import anxin.aftersales.policy.Lexicon.Phrase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a customer's own words mean: the reason and the remedy asked for, from Chinese, English,
 * Japanese or Spanish, and how sure we are. It says {@link Reason#UNCLEAR} rather than guess.
 *
 * @param type what is asked for, or what goes with the reason; null when nothing is understood
 * @param confidence 0 to 1
 * @param wantsHuman a person is asked for
 */
public record Intake(
        Reason reason, @Nullable CaseType type, double confidence, boolean wantsHuman) {

    private static final double UNSURE = 0.4;
    private static final int GAP = 12;
    private static final int LONGEST = 4_000;

    /** Of equally strong reasons the earlier one is meant. */
    private static final List<Reason> PRECEDENCE =
            List.of(
                    Reason.SAFETY_INCIDENT,
                    Reason.FOOD_SAFETY,
                    Reason.COUNTERFEIT,
                    Reason.ROTTEN,
                    Reason.WRONG_ITEM,
                    Reason.MISSING_PARTS,
                    Reason.LOGISTICS_DAMAGE,
                    Reason.NOT_RECEIVED,
                    Reason.EXPIRED_GOODS,
                    Reason.SHORT_WEIGHT,
                    Reason.NOT_AS_DESCRIBED,
                    Reason.QUALITY,
                    Reason.LATE_SHIPMENT,
                    Reason.PRICE_DROP,
                    Reason.SERVICE_COMPLAINT,
                    Reason.NO_REASON);

    private static final int DAMAGE_ON_THE_WAY = 5;

    private static final String CLAUSE_ENDS = "，。！？；、,.!?;:：\n~～…|()（）\"「」";

    private static final List<String> CHINESE_TURNS =
            List.of("就是", "但是", "但", "可是", "不过", "而是", "只是", "结果");
    private static final List<String> CHINESE_NOT =
            List.of("没有", "没", "不是", "并非", "不算", "无", "不存在", "未", "不", "别", "不想", "不要", "不用");
    private static final List<String> CHINESE_FILLERS =
            List.of(
                    "什么", "任何", "啥", "出现", "发现", "因为", "说", "有", "被", "太", "很", "是", "要", "想", "用",
                    "给我", "收到", "真", "这个", "都", "商品", "东西");
    private static final List<String> CHINESE_QUESTIONS =
            List.of("是不是", "有没有", "要不要", "想不想", "能不能", "可不可");

    private static final Set<String> ENGLISH_NOT =
            Set.of(
                    "not", "no", "never", "without", "isn't", "wasn't", "aren't", "weren't",
                    "doesn't", "don't", "didn't", "nothing", "isnt", "wasnt", "dont", "nor",
                    "neither", "hasn't", "haven't");
    private static final Set<String> ENGLISH_TURNS =
            Set.of("but", "just", "only", "however", "although", "because", "and", "so");
    private static final Set<String> SPANISH_NOT =
            Set.of("no", "sin", "nunca", "ni", "tampoco", "ningun", "ninguna", "nada");
    private static final Set<String> SPANISH_TURNS =
            Set.of("pero", "sino", "solo", "porque", "aunque", "y", "simplemente");

    private static final List<String> JAPANESE_NOT =
            List.of(
                    "ていな",
                    "ていませ",
                    "てな",
                    "てませ",
                    "ではな",
                    "ではあり",
                    "じゃな",
                    "じゃあり",
                    "はな",
                    "はあり",
                    "もな",
                    "もあり",
                    "なし",
                    "がな",
                    "がありませ",
                    "していな",
                    "してな",
                    "していませ",
                    "してませ",
                    "とかではな",
                    "わけではな",
                    "わけじゃな",
                    "というわけではな",
                    "れていな",
                    "れていませ");

    private static final Set<String> SPANISH_WORDS =
            Set.of(
                    "el",
                    "la",
                    "los",
                    "las",
                    "de",
                    "que",
                    "me",
                    "un",
                    "una",
                    "y",
                    "lo",
                    "es",
                    "por",
                    "mi",
                    "pero",
                    "esta",
                    "con",
                    "en",
                    "se",
                    "ya",
                    "muy",
                    "del",
                    "al",
                    "mas",
                    "quiero",
                    "producto",
                    "llego",
                    "hola",
                    "gracias");
    private static final Set<String> ENGLISH_WORDS =
            Set.of(
                    "the", "is", "it", "i", "my", "a", "to", "and", "was", "not", "this", "that",
                    "of", "for", "you", "want", "please", "with", "have", "has", "they", "but",
                    "are", "in", "on", "an");

    /** Understands {@code text}; {@code lang} is a hint and may be wrong or missing. */
    public static Intake of(String text, @Nullable String lang) {
        return of(text, lang, false);
    }

    /** The same; of fresh goods "gone bad" means spoiled. */
    public static Intake of(String text, @Nullable String lang, boolean fresh) {
        var line = Lexicon.normalise(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        var found = new Understanding(line, languages(line, lang)).read();
        boolean human = found.has("HUMAN") || line.strip().equals("人工");
        var scores = scores(found);
        var best = best(scores);
        if (best == null) {
            return withoutReason(found, human);
        }
        double confidence = confidence(best, scores);
        if (confidence < UNSURE) {
            return new Intake(Reason.UNCLEAR, askedType(found, Reason.UNCLEAR), confidence, human);
        }
        var reason = fresh && best == Reason.QUALITY ? Reason.ROTTEN : best;
        return new Intake(reason, askedType(found, reason), confidence, human);
    }

    private static Intake withoutReason(Understanding found, boolean human) {
        if (human) {
            return new Intake(Reason.SERVICE_COMPLAINT, CaseType.COMPLAINT, 0.9, true);
        }
        boolean goods = found.has("TYPE_RETURN_REFUND") || found.has("TYPE_EXCHANGE");
        if (goods && !found.has("BREAKAGE")) {
            // Who only asks to send it back needs no reason by law.
            return new Intake(Reason.NO_REASON, askedType(found, Reason.NO_REASON), 0.5, false);
        }
        return new Intake(Reason.UNCLEAR, askedType(found, Reason.UNCLEAR), 0.1, false);
    }

    private static Map<Reason, Integer> scores(Understanding found) {
        var scores = new EnumMap<Reason, Integer>(Reason.class);
        for (var reason : PRECEDENCE) {
            int score = found.score(reason.name());
            if (score > 0) {
                scores.put(reason, score);
            }
        }
        if (found.has("BREAKAGE") && found.has("TRANSPORT")) {
            scores.merge(Reason.LOGISTICS_DAMAGE, DAMAGE_ON_THE_WAY, Integer::sum);
        }
        return scores;
    }

    private static @Nullable Reason best(Map<Reason, Integer> scores) {
        for (var grave : List.of(Reason.SAFETY_INCIDENT, Reason.FOOD_SAFETY)) {
            if (scores.containsKey(grave)) {
                return grave;
            }
        }
        Reason best = null;
        int most = 0;
        for (var reason : PRECEDENCE) {
            int score = scores.getOrDefault(reason, 0);
            if (score > most) {
                best = reason;
                most = score;
            }
        }
        return best;
    }

    private static double confidence(Reason best, Map<Reason, Integer> scores) {
        double own = scores.getOrDefault(best, 0);
        if (best == Reason.SAFETY_INCIDENT || best == Reason.FOOD_SAFETY) {
            return 0.95; // Better an expert too often than once too seldom.
        }
        double second = 0;
        for (var score : scores.entrySet()) {
            if (score.getKey() != best) {
                second = Math.max(second, score.getValue());
            }
        }
        double margin = own / (own + second);
        double strength = Math.min(0.98, 0.6 + own / 20);
        return Math.round(margin * strength * 100) / 100.0;
    }

    private static @Nullable CaseType askedType(Understanding found, Reason reason) {
        if (reason == Reason.SERVICE_COMPLAINT) {
            return CaseType.COMPLAINT;
        }
        if (found.has("TYPE_REFUND_ONLY")) {
            return CaseType.REFUND_ONLY;
        }
        if (found.has("TYPE_EXCHANGE")) {
            return CaseType.EXCHANGE;
        }
        if (found.has("TYPE_RESEND")) {
            return CaseType.RESEND;
        }
        if (found.has("TYPE_REPAIR") && !found.has("TYPE_RETURN_REFUND")) {
            return CaseType.REPAIR;
        }
        if (found.has("TYPE_RETURN_REFUND")) {
            return CaseType.RETURN_REFUND;
        }
        return usualType(reason);
    }

    private static @Nullable CaseType usualType(Reason reason) {
        return switch (reason) {
            case NOT_RECEIVED, ROTTEN, SHORT_WEIGHT, LATE_SHIPMENT -> CaseType.REFUND_ONLY;
            case MISSING_PARTS -> CaseType.RESEND;
            case SERVICE_COMPLAINT -> CaseType.COMPLAINT;
            case UNCLEAR, PRICE_DROP -> null;
            case NO_REASON,
                    NO_LONGER_WANTED,
                    QUALITY,
                    NOT_AS_DESCRIBED,
                    WRONG_ITEM,
                    LOGISTICS_DAMAGE,
                    EXPIRED_GOODS,
                    COUNTERFEIT,
                    FOOD_SAFETY,
                    SAFETY_INCIDENT ->
                    CaseType.RETURN_REFUND;
        };
    }

    private static Set<String> languages(String line, @Nullable String hint) {
        boolean kana = false;
        boolean han = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            kana |= c >= '\u3041' && c <= '\u30ff' && c != 'の';
            han |= c >= '\u4e00' && c <= '\u9fff';
        }
        if (kana) {
            return Set.of("ja", "en");
        }
        if (han) {
            return "ja".equals(hint) ? Set.of("ja", "en") : Set.of("zh", "en");
        }
        return latin(line, hint);
    }

    /** By the small words; where they do not tell, both languages are tried. */
    private static Set<String> latin(String line, @Nullable String hint) {
        int spanish = "es".equals(hint) ? 1 : 0;
        int english = "en".equals(hint) ? 1 : 0;
        for (var word : words(line)) {
            spanish += SPANISH_WORDS.contains(word) ? 1 : 0;
            english += ENGLISH_WORDS.contains(word) ? 1 : 0;
        }
        if (spanish == english) {
            return Set.of("en", "es");
        }
        return Set.of(spanish > english ? "es" : "en");
    }

    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (isLatin(c)) {
                word.append(c);
            } else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        return words;
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '\'';
    }

    /** The phrases found in one line. */
    private static final class Understanding {

        private record Match(Phrase phrase, int start, int end) {}

        private final String line;
        private final Set<String> languages;
        private final Map<String, Integer> scores = new HashMap<>();
        private final Set<String> seen = new java.util.HashSet<>();

        Understanding(String line, Set<String> languages) {
            this.line = line;
            this.languages = languages;
        }

        boolean has(String meaning) {
            return seen.contains(meaning);
        }

        int score(String meaning) {
            return scores.getOrDefault(meaning, 0);
        }

        /** Longer phrases first; what one has taken no shorter one of its group takes again. */
        Understanding read() {
            var matches = new ArrayList<Match>();
            for (var phrase : Lexicon.PHRASES) {
                if (languages.contains(phrase.language())) {
                    find(phrase, matches);
                }
            }
            matches.sort(Comparator.comparingInt((Match match) -> -match.phrase().length()));
            var taken = new ArrayList<Match>();
            for (var match : matches) {
                if (taken.stream().noneMatch(other -> overlaps(match, other))) {
                    taken.add(match);
                    if (!isNegated(match)) {
                        var phrase = match.phrase();
                        seen.add(phrase.meaning());
                        scores.merge(phrase.meaning(), phrase.weight(), Integer::sum);
                    }
                }
            }
            return this;
        }

        private static boolean overlaps(Match one, Match other) {
            return group(one).equals(group(other))
                    && one.start() < other.end()
                    && other.start() < one.end();
        }

        private static String group(Match match) {
            var meaning = match.phrase().meaning();
            if (meaning.startsWith("TYPE_")) {
                return "TYPE";
            }
            return switch (meaning) {
                case "HUMAN", "TRANSPORT", "BREAKAGE" -> meaning;
                default -> "REASON";
            };
        }

        private void find(Phrase phrase, List<Match> matches) {
            var first = phrase.parts().getFirst();
            for (int at = line.indexOf(first); at >= 0; at = line.indexOf(first, at + 1)) {
                int end = endOf(phrase, at);
                if (end >= 0) {
                    matches.add(new Match(phrase, at, end));
                }
            }
        }

        /** Where the phrase that begins at {@code at} ends; -1 when it is not there after all. */
        private int endOf(Phrase phrase, int at) {
            if (at > 0 && isLatin(line.charAt(at)) && isLatin(line.charAt(at - 1))) {
                return -1;
            }
            var parts = phrase.parts();
            int end = at + parts.getFirst().length();
            for (int i = 1; i < parts.size(); i++) {
                int next = line.indexOf(parts.get(i), end);
                if (next < 0 || next - end > GAP || clauseEnds(end, next)) {
                    return -1;
                }
                end = next + parts.get(i).length();
            }
            boolean goesOn =
                    end < line.length()
                            && isLatin(line.charAt(end))
                            && isLatin(line.charAt(end - 1));
            return goesOn && !phrase.open() ? -1 : end;
        }

        private boolean clauseEnds(int from, int to) {
            for (int i = from; i < to; i++) {
                if (".!?。！？\n".indexOf(line.charAt(i)) >= 0) {
                    return true;
                }
            }
            return false;
        }

        private boolean isNegated(Match match) {
            return switch (match.phrase().language()) {
                case "zh" -> negatedInChinese(before(match.start()));
                case "ja" -> negatedInJapanese(line.substring(match.end()));
                case "es" -> negatedByWord(before(match.start()), SPANISH_NOT, SPANISH_TURNS);
                default -> negatedByWord(before(match.start()), ENGLISH_NOT, ENGLISH_TURNS);
            };
        }

        /** The clause up to the match. */
        private String before(int start) {
            int from = start;
            while (from > 0 && CLAUSE_ENDS.indexOf(line.charAt(from - 1)) < 0) {
                from--;
            }
            return line.substring(from, start);
        }

        private static boolean negatedInChinese(String clause) {
            var rest = clause.strip();
            for (var turn : CHINESE_TURNS) {
                int at = rest.lastIndexOf(turn);
                if (at >= 0) {
                    rest = rest.substring(at + turn.length());
                }
            }
            for (int i = 0; i < 3; i++) {
                for (var question : CHINESE_QUESTIONS) {
                    if (rest.endsWith(question)) {
                        return false;
                    }
                }
                for (var not : CHINESE_NOT) {
                    if (rest.endsWith(not)) {
                        return true;
                    }
                }
                rest = withoutFiller(rest);
            }
            return false;
        }

        private static String withoutFiller(String clause) {
            for (var filler : CHINESE_FILLERS) {
                if (clause.endsWith(filler)) {
                    return clause.substring(0, clause.length() - filler.length());
                }
            }
            return clause;
        }

        private static boolean negatedInJapanese(String after) {
            return JAPANESE_NOT.stream().anyMatch(after::startsWith);
        }

        private static boolean negatedByWord(String clause, Set<String> not, Set<String> turns) {
            var words = words(clause);
            for (int i = words.size() - 1; i >= 0 && i >= words.size() - 4; i--) {
                var word = words.get(i);
                if (turns.contains(word)) {
                    return false;
                }
                if (not.contains(word)) {
                    return true;
                }
            }
            return false;
        }
    }
}
