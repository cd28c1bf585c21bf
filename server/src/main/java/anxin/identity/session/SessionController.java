package anxin.identity.session;

import anxin.identity.Caller;
import anxin.identity.ForEveryone;
import anxin.identity.ForStaff;
import anxin.identity.Permission;
import anxin.identity.ShopNames;
import anxin.identity.people.DemoPerson;
import anxin.identity.people.SignIn;
import anxin.identity.people.StaffOnDuty;
import anxin.kernel.ShopId;
import anxin.kernel.Text;
import anxin.kernel.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Staff come in and go out. */
@RestController
@RequestMapping("/api/v1")
class SessionController {

    record NewSession(
            @NotBlank(message = "请输入登录名 | a sign-in name is needed")
                    @Size(max = 200, message = "最多200个字符 | at most 200 characters")
                    String name,
            @NotBlank(message = "请输入密码 | a password is needed")
                    @Size(max = 200, message = "最多200个字符 | at most 200 characters")
                    String password) {}

    record NewPassword(
            @NotNull(message = "请输入当前密码 | the current password is needed") String current,
            @NotNull(message = "请输入新密码 | a new password is needed") String next) {}

    record ShopView(ShopId id, String name) {}

    /**
     * Who is signed in, and what they may do.
     *
     * @param mustChangePassword somebody else has set the password
     * @param demo this installation shows the demo shops
     */
    record SessionView(
            String kind,
            UUID id,
            String name,
            Set<Permission> permissions,
            List<ShopView> shops,
            Set<String> teams,
            String tier,
            List<String> roles,
            boolean mustChangePassword,
            boolean demo) {}

    record SessionsEnded(int ended) {}

    record OidcOption(String id, String name, String url) {}

    record DemoOption(String name, String password, String role, String person) {}

    record SignInOptions(List<OidcOption> oidc, List<DemoOption> demo) {}

    private final SignIn signIn;
    private final Browsers browsers;
    private final Sessions sessions;
    private final ObjectProvider<ShopNames> shopNames;
    private final ObjectProvider<SignInElsewhere> elsewhere;
    private final boolean demo;

    SessionController(
            SignIn signIn,
            Browsers browsers,
            Sessions sessions,
            ObjectProvider<ShopNames> shopNames,
            ObjectProvider<SignInElsewhere> elsewhere,
            @Value("${anxin.demo:false}") boolean demo) {
        this.signIn = signIn;
        this.browsers = browsers;
        this.sessions = sessions;
        this.shopNames = shopNames;
        this.elsewhere = elsewhere;
        this.demo = demo;
    }

    @PostMapping("/session")
    @ForEveryone
    @Operation(summary = "Signs staff in by name and password")
    SessionView signIn(
            @RequestBody @Valid NewSession body,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language) {
        var someone =
                signIn.with(body.name().strip(), body.password(), request.getRemoteAddr())
                        .orElseThrow(
                                () ->
                                        Problem.refused(
                                                        "wrong-name-or-password",
                                                        "登录名或密码不正确",
                                                        "The sign-in name or the password is wrong")
                                                .as(401));
        browsers.open(someone.staff(), request, response);
        return view(someone, language);
    }

    @GetMapping("/session")
    @ForStaff
    @Operation(summary = "Who is signed in, and what they may do")
    SessionView session(HttpServletRequest request, Locale language) {
        return view(onDuty(mine(request)), language);
    }

    @DeleteMapping("/session")
    @ForStaff
    @Operation(summary = "Ends this browser's session")
    void signOut(HttpServletRequest request, HttpServletResponse response) {
        browsers.closeStaff(request, response);
    }

    /** Every browser in which this person is signed in, this one too. */
    @DeleteMapping("/sessions")
    @ForStaff
    @Operation(summary = "Ends one's own sessions in every browser")
    SessionsEnded signOutEverywhere(
            Caller.Staff staff, HttpServletRequest request, HttpServletResponse response) {
        var ended = sessions.endAllOf(staff.id(), null);
        browsers.closeStaff(request, response);
        return new SessionsEnded(ended);
    }

    /** Signs every other browser of this person out. */
    @PutMapping("/session/password")
    @ForStaff
    @Operation(summary = "Changes one's own password and signs out every other browser")
    SessionsEnded changePassword(
            @RequestBody @Valid NewPassword body, Caller.Staff staff, HttpServletRequest request) {
        signIn.changePassword(staff.id(), body.current(), body.next(), request.getRemoteAddr());
        return new SessionsEnded(sessions.endAllOf(staff.id(), mine(request)));
    }

    @GetMapping("/sign-in-options")
    @ForEveryone
    @Operation(summary = "The providers to sign in with, and the demo's sign-ins")
    SignInOptions signInOptions(Locale language) {
        return new SignInOptions(
                elsewhere
                        .orderedStream()
                        .filter(SignInElsewhere::isOn)
                        .map(door -> new OidcOption(door.id(), door.name(), door.url()))
                        .toList(),
                demo ? demoOptions(language) : List.of());
    }

    private static List<DemoOption> demoOptions(Locale language) {
        return Arrays.stream(DemoPerson.values())
                .map(
                        someone ->
                                new DemoOption(
                                        someone.login(),
                                        someone.password(),
                                        someone.role().text().in(language),
                                        someone.text().in(language)))
                .toList();
    }

    private Session mine(HttpServletRequest request) {
        return browsers.staff(request).orElseThrow(Problem::signInFirst);
    }

    private static StaffOnDuty onDuty(Session session) {
        var staff = session.staff();
        if (staff == null) {
            throw Problem.signInFirst();
        }
        return staff;
    }

    private SessionView view(StaffOnDuty someone, Locale language) {
        var staff = someone.staff();
        return new SessionView(
                "staff",
                staff.id(),
                staff.name(),
                staff.permissions(),
                shops(staff, language),
                new TreeSet<>(staff.teams()),
                staff.tier(),
                someone.roles(),
                someone.passwordStale(),
                demo);
    }

    private List<ShopView> shops(Caller.Staff staff, Locale language) {
        var directory = shopNames.getIfAvailable();
        SortedMap<ShopId, Text> names = directory == null ? new TreeMap<>() : directory.all();
        var shops = staff.shops() == null ? names.keySet() : new TreeSet<>(staff.shops());
        return shops.stream()
                .map(
                        shop -> {
                            var name = names.get(shop);
                            return new ShopView(
                                    shop, name == null ? shop.value() : name.in(language));
                        })
                .toList();
    }
}
