import anxin.language.judge.Judge;
import java.nio.file.Path;

/// [TRAIN] TEST: in which language a text is written.
class Language {

    void main(String[] files) throws Exception {
        new Judge(Path.of(".build/models")).language(files);
    }
}
