import anxin.language.judge.Judge;

/// [TRAIN] TEST: how the writer feels; without TRAIN the shipped model.
class Emotion {

    void main(String[] files) {
        Judge.run("emotion", files);
    }
}
