import anxin.language.judge.Judge;
import java.nio.file.Path;

/// TRAIN TEST, 1 or 0 and two questions per line: whether they ask the same.
class Pairs {

    void main(String[] files) throws Exception {
        new Judge(Path.of(".build/models")).pairs(files);
    }
}
