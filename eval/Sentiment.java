import anxin.language.judge.Judge;

/// TRAIN TEST, label and text per line, two labels: praise or blame.
class Sentiment {

    void main(String[] files) {
        Judge.run("sentiment", files);
    }
}
