package anxin.knowledge.search;

import anxin.knowledge.articles.Markdown;
import java.util.ArrayList;
import java.util.List;

/** An answer in pieces as long as a sentence or two. */
final class Passages {

    private static final int LONGEST = 90;
    private static final int MOST = 8;

    private Passages() {}

    static List<String> of(String answer) {
        var passages = new ArrayList<String>();
        var passage = new StringBuilder();
        for (var sentence : Markdown.plain(answer).split("(?<=[。！？!?；;])|(?<=\\.)\\s")) {
            if (passage.length() + sentence.length() > LONGEST && !passage.isEmpty()) {
                passages.add(passage.toString());
                passage.setLength(0);
            }
            passage.append(sentence);
        }
        passages.add(passage.toString());
        return passages.stream().filter(one -> !one.isBlank()).limit(MOST).toList();
    }
}
