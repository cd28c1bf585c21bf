package anxin.commerce;

import org.jspecify.annotations.Nullable;

/** Personal data of the person who bought, as given on the order. Shown masked unless asked for. */
public record Contact(@Nullable String name, @Nullable String phone, @Nullable String email) {

    public static final Contact UNKNOWN = new Contact(null, null, null);

    /** 林晓, 13812345678, linxiao@example.com become 林*, 138****5678, l***@example.com. */
    public Contact masked() {
        return new Contact(maskedName(), maskedPhone(), maskedEmail());
    }

    public @Nullable String maskedName() {
        if (name == null || name.isEmpty()) {
            return name;
        }
        var first = name.codePointAt(0);
        var rest = name.codePointCount(0, name.length()) - 1;
        return Character.toString(first) + "*".repeat(Math.clamp(rest, 1, 3));
    }

    public @Nullable String maskedPhone() {
        if (phone == null || phone.length() < 8) {
            return phone == null ? null : "****";
        }
        return phone.substring(0, 3)
                + "*".repeat(phone.length() - 7)
                + phone.substring(phone.length() - 4);
    }

    public @Nullable String maskedEmail() {
        if (email == null) {
            return null;
        }
        var at = email.indexOf('@');
        return at < 1 ? "***" : email.charAt(0) + "***" + email.substring(at);
    }
}
