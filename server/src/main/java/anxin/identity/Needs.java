package anxin.identity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Staff or an API key with this right may call this endpoint. Every endpoint carries exactly one of
 * {@code @Needs}, {@link ForStaff}, {@link ForCustomers} and {@link ForEveryone}; one without any
 * is refused.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {
    Permission value();
}
