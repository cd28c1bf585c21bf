import anxin.language.judge.Judge;

/// [TRAIN] TEST, label and text per line: what is wanted; without TRAIN the shipped catalogue.
class Intents {

    void main(String[] files) {
        Judge.run("intents", files);
    }
}
