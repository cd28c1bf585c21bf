import anxin.knowledge.search.RetrievalJudge;
import anxin.language.models.Meanings;

/// The shipped questions against the shipped articles: what is answered, and what of it is wrong.
class Answers {

    void main() throws Exception {
        new RetrievalJudge(new Meanings()).answers();
    }
}
