import anxin.language.judge.Judge;

/// [TRAIN] TEST: in which language a text is written.
class Language {

    void main(String[] files) {
        Judge.run("language", files);
    }
}
