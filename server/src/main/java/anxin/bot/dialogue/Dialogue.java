package anxin.bot.dialogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A dialogue while one turn of it is thought about. */
final class Dialogue {

    private static final int MOST_TRIED = 20;

    private final Map<String, String> notes;
    private final Map<String, String> slots;
    private final Map<String, Integer> counts;
    private List<Choice> choices;
    private final List<String> tried;
    private final List<String> photos;

    Dialogue(Memory before) {
        notes = new HashMap<>(before.notes());
        slots = new HashMap<>(before.slots());
        counts = new HashMap<>(before.counts());
        choices = before.choices();
        tried = new ArrayList<>(before.tried());
        photos = new ArrayList<>(before.photos());
    }

    @Nullable String note(Note name) {
        return notes.get(name.name());
    }

    void note(Note name, @Nullable String value) {
        put(notes, name.name(), value);
    }

    @Nullable String slot(String name) {
        return slots.get(name);
    }

    void slot(String name, @Nullable String value) {
        put(slots, name, value);
    }

    Map<String, String> slots() {
        return Map.copyOf(slots);
    }

    private static void put(Map<String, String> into, String name, @Nullable String value) {
        if (value == null) {
            into.remove(name);
        } else {
            into.put(name, value);
        }
    }

    /** So often with this time. */
    int count(String what) {
        return counts.merge(what, 1, Integer::sum);
    }

    int counted(String what) {
        return counts.getOrDefault(what, 0);
    }

    void forgetCount(String what) {
        counts.remove(what);
    }

    List<Choice> choices() {
        return choices;
    }

    void offer(List<Choice> now) {
        choices = List.copyOf(now);
    }

    void tried(String what) {
        tried.add(what);
        if (tried.size() > MOST_TRIED) {
            tried.removeFirst();
        }
    }

    List<String> photos() {
        return List.copyOf(photos);
    }

    void addPhoto(String id) {
        if (!photos.contains(id)) {
            photos.add(id);
        }
    }

    void forgetPhotos() {
        photos.clear();
    }

    /** The flow is over, however it ended. */
    void endFlow() {
        note(Note.FLOW, null);
        note(Note.ASKED, null);
        note(Note.VERDICT, null);
        slots.clear();
        counts.keySet().removeIf(name -> name.startsWith("ask:"));
    }

    Locale language() {
        return "en".equals(note(Note.LANGUAGE)) ? Locale.ENGLISH : Locale.CHINESE;
    }

    Memory memory() {
        return new Memory(
                Map.copyOf(notes),
                Map.copyOf(slots),
                Map.copyOf(counts),
                choices,
                List.copyOf(tried),
                List.copyOf(photos));
    }
}
