package anxin.knowledge.gaps;

import java.util.List;
import java.util.regex.Pattern;

/** Takes out of a text what says who wrote it: numbers, addresses, names. */
final class Anonymous {

    private static final String GONE = "…";
    private static final List<Pattern> PERSONAL =
            List.of(
                    Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+"),
                    Pattern.compile("https?://\\S+|www\\.\\S+"),
                    Pattern.compile("[A-Za-z]{0,4}[-#]?\\d[\\d\\s-]{4,}\\d[A-Za-z0-9]*"),
                    Pattern.compile(
                            "(?:微信|vx|wx|wechat|qq)(?:号|id)?\\s*(?:是|:|：)?\\s*[A-Za-z0-9_-]{5,}",
                            Pattern.CASE_INSENSITIVE),
                    Pattern.compile(
                            "(?<=我叫|我是|姓名|收件人|联系人|本人)(?:是|叫|:|：)?\\s*(?!不|来|想|要|说|在|个|你|们|买|今|昨|上|刚|第|谁|会|新|老|学|女|男)\\p{IsHan}{2,3}(?=[，。,.\\s]|的(?!不)|$)"),
                    Pattern.compile(
                            "(?:(?![寄到在去住是送发给])\\p{IsHan}{2,3}(?:省|市))?(?![寄到在去住是送发给])\\p{IsHan}{2,3}(?:市|区|县)"
                                    + "\\p{IsHan}{1,8}?(?:路|街|道|巷|村|镇|小区|花园|大厦)\\d*(?:[号栋幢单元室弄层-]+\\d*)*"),
                    Pattern.compile(
                            "\\b(?:my name is|i am called|this is)\\s+[A-Z][a-z]+(?:\\s+[A-Z][a-z]+)?"));

    private Anonymous() {}

    static String text(String said) {
        var text = said.strip();
        for (var one : PERSONAL) {
            text = one.matcher(text).replaceAll(GONE);
        }
        return text;
    }
}
