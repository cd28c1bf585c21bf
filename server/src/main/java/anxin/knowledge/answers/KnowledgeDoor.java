package anxin.knowledge.answers;

import anxin.kernel.ShopId;
import anxin.knowledge.Knowledge;
import anxin.knowledge.articles.Audience;
import anxin.knowledge.search.Finder;
import anxin.knowledge.search.Finder.Finding;
import anxin.knowledge.search.Finder.Question;
import anxin.knowledge.search.Finder.Verdict;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class KnowledgeDoor implements Knowledge {

    private static final int FOUND = 4;
    private static final int LONGEST = 2_000;

    private final Finder finder;
    private final ProductFacts products;

    KnowledgeDoor(Finder finder, ProductFacts products) {
        this.finder = finder;
        this.products = products;
    }

    @Override
    public Answer answer(ShopId shop, String question, @Nullable String language) {
        var text = question.length() > LONGEST ? question.substring(0, LONGEST) : question;
        var found = finder.find(new Question(shop, text, language, Audience.CUSTOMER), FOUND);
        return new Answer(
                found.language(),
                found.findings().stream()
                        .filter(one -> one.verdict() == Verdict.ANSWERS)
                        .findFirst()
                        .map(KnowledgeDoor::known)
                        .orElse(null),
                found.findings().stream()
                        .filter(one -> one.verdict() == Verdict.RELATED)
                        .map(KnowledgeDoor::known)
                        .toList());
    }

    private static Known known(Finding of) {
        var source = of.source();
        return new Known(
                source.kind().name(),
                source.key(),
                source.version(),
                source.question(),
                source.answer(),
                source.basis(),
                of.confidence());
    }

    @Override
    public Optional<String> facts(
            ShopId shop, String question, String language, List<String> skus) {
        return products.answer(shop, question, language, skus);
    }
}
