import anxin.language.judge.Judge;
import java.nio.file.Path;

/// TRAIN TEST, label and text per line, two labels: praise or blame.
class Sentiment {

    void main(String[] files) throws Exception {
        new Judge(Path.of(".build/models")).sentiment(files);
    }
}
