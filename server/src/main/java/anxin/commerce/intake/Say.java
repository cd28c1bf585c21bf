package anxin.commerce.intake;

/** What is expected of a field, in both languages, for the annotations of the documents. */
public final class Say {

    public static final String REQUIRED = "必填 | is required";
    public static final String AMOUNT =
            "应为不小于 0 的整数（最小货币单位） | must be a whole number of minor units, 0 or more";
    public static final String POSITIVE = "应为大于 0 的整数 | must be a whole number above 0";
    public static final String NOT_NEGATIVE = "应为不小于 0 的整数 | must be a whole number, 0 or more";
    public static final String CODE = "应为 1 至 40 位大写字母、数字或下划线 | must be 1 to 40 of A-Z, 0-9 and _";
    public static final String CURRENCY =
            "应为 ISO 4217 货币代码，如 CNY | must be a currency code of ISO 4217, such as CNY";
    public static final String ZONE =
            "应为 IANA 时区，如 Asia/Shanghai | must be a time zone of IANA, such as Asia/Shanghai";
    public static final String ID =
            "应为 1 至 64 个字符，首尾无空格 | must be 1 to 64 characters without spaces at its ends";
    public static final String TEXT = "最多 200 个字符 | must be at most 200 characters";
    public static final String URL =
            "应为 https:// 或 / 开头的地址 | must be an address that begins with https:// or /";
    public static final String EMAIL = "应为邮箱地址 | must be an e-mail address";
    public static final String PHONE =
            "应为电话号码（5 至 24 位数字，可含 + - 空格） | must be a phone number: 5 to 24 of digits, +, - and spaces";
    public static final String PERCENT = "应为 0 至 100 的整数 | must be a whole number from 0 to 100";
    public static final String ID_PATTERN = "\\S(.{0,62}\\S)?";
    public static final String CODE_PATTERN = "[A-Z0-9_]{1,40}";
    public static final String PHONE_PATTERN = "[+0-9][-+0-9 ]{4,23}";

    private Say() {}
}
