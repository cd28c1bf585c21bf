package anxin.messaging.sms;

import anxin.messaging.channel.Way.Undelivered;
import java.util.List;

/** Which of the vendors' codes say that the same message will never be taken. */
final class Verdict {

    /**
     * The number, the words or a value is wrong, which no repetition mends. Everything else is
     * tried again: limits pass, accounts are topped up, keys and signatures are mended, systems
     * come back.
     */
    private static final List<String> NEVER =
            List.of(
                    "isv.MOBILE_NUMBER_ILLEGAL",
                    "isv.MOBILE_COUNT_OVER_LIMIT",
                    "isv.INVALID_PARAMETERS",
                    "isv.INVALID_JSON_PARAM",
                    "isv.PARAM_LENGTH_LIMIT",
                    "isv.PARAM_NOT_SUPPORT_URL",
                    "isv.TEMPLATE_MISSING_PARAMETERS",
                    "isv.TEMPLATE_PARAMS_ILLEGAL",
                    "isv.BLACK_KEY_CONTROL_LIMIT",
                    "isv.SMS_CONTENT_ILLEGAL",
                    "FailedOperation.ContainSensitiveWord",
                    "FailedOperation.PhoneNumberInBlacklist",
                    "FailedOperation.PhoneNumberParseFail",
                    "InvalidParameterValue.IncorrectPhoneNumber",
                    "InvalidParameterValue.TemplateParameterFormatError",
                    "InvalidParameterValue.TemplateParameterLengthLimit",
                    "InvalidParameterValue.ProhibitedUseUrlInTemplateParameter",
                    "UnsupportedOperation.ContainDomesticAndInternationalPhoneNumber",
                    "UnsupportedOperation.UnsupportedRegion");

    private Verdict() {}

    static Undelivered on(String code, String message) {
        return Undelivered.coded(code, message, NEVER.contains(code));
    }
}
