import anxin.language.judge.Judge;

/// TRAIN TEST, 1 or 0 and two questions per line: whether they ask the same.
class Pairs {

    void main(String[] files) {
        Judge.run("pairs", files);
    }
}
