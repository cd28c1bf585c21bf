import anxin.language.judge.Judge;
import java.nio.file.Path;

/// [TRAIN] TEST, label and text per line: what is wanted; without TRAIN the shipped catalogue.
class Intents {

    void main(String[] files) throws Exception {
        new Judge(Path.of(".build/models")).intents(files);
    }
}
