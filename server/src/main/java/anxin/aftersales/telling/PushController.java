package anxin.aftersales.telling;

import anxin.identity.Caller.Customer;
import anxin.identity.ForCustomers;
import anxin.messaging.PushSubscriptions;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A customer's browsers that want to be told. */
@RestController
@RequestMapping("/api/v1/portal")
class PushController {

    /** {@code publicKey} null: this shop pushes nothing. */
    record PushKey(@Nullable String publicKey) {}

    record NewSubscription(
            @NotBlank(message = "缺少地址 | the endpoint is missing")
                    @Size(max = 1_000, message = "过长 | too long")
                    String endpoint,
            @NotBlank(message = "缺少密钥 | the key is missing")
                    @Size(max = 200, message = "过长 | too long")
                    String p256dh,
            @NotBlank(message = "缺少密钥 | the secret is missing")
                    @Size(max = 100, message = "过长 | too long")
                    String auth) {}

    record SubscriptionView(boolean subscribed) {}

    private final PushSubscriptions subscriptions;

    PushController(PushSubscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @ForCustomers
    @GetMapping("/push-key")
    @Operation(summary = "The key with which a browser subscribes to the shop's pushes")
    PushKey readPushKey(Customer customer) {
        return new PushKey(subscriptions.publicKey(customer.shop()).orElse(null));
    }

    @ForCustomers
    @PutMapping("/push-subscriptions/{id}")
    @Operation(summary = "This browser wants to be told")
    SubscriptionView subscribeToPushes(
            @PathVariable UUID id, @RequestBody @Valid NewSubscription body, Customer customer) {
        subscriptions.add(
                customer.shop(),
                customer.id(),
                id,
                new PushSubscriptions.Browser(body.endpoint(), body.p256dh(), body.auth()));
        return new SubscriptionView(true);
    }

    @ForCustomers
    @DeleteMapping("/push-subscriptions")
    @Operation(summary = "This browser does not want to be told any more")
    SubscriptionView unsubscribeFromPushes(@RequestParam String endpoint, Customer customer) {
        subscriptions.remove(customer.shop(), customer.id(), endpoint);
        return new SubscriptionView(false);
    }
}
