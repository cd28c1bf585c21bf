import anxin.knowledge.search.RetrievalJudge;
import anxin.language.models.Meanings;

/// DOCS QUERIES, document-id and text; query-id, query and document-id: whether the right one is found.
class Retrieval {

    void main(String[] files) throws Exception {
        new RetrievalJudge(new Meanings()).retrieval(files);
    }
}
