import anxin.language.judge.Judge;
import java.nio.file.Path;

/// [TRAIN] TEST: how the writer feels; without TRAIN the shipped model.
class Emotion {

    void main(String[] files) throws Exception {
        new Judge(Path.of(".build/models")).emotion(files);
    }
}
