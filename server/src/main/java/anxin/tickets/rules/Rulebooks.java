package anxin.tickets.rules;

import anxin.identity.Caller;
import anxin.identity.Colleagues;
import anxin.kernel.ShopId;
import anxin.kernel.document.ShopDocuments;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.kernel.problem.Problem;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What each shop has set up for its tickets. */
@Component
public class Rulebooks extends ShopDocuments<Settings> {

    /** What was told of it; the rules themselves are in their place. */
    record Changed(int rules, int outside) {}

    private final Colleagues colleagues;
    private final FactLog facts;
    private final TransactionTemplate transaction;

    Rulebooks(
            JdbcClient db,
            JsonMapper json,
            Clock clock,
            Colleagues colleagues,
            FactLog facts,
            TransactionTemplate transaction) {
        super(db, json, clock, "tickets.rulebook", Settings.class, Settings.USUAL);
        this.colleagues = colleagues;
        this.facts = facts;
        this.transaction = transaction;
    }

    void change(Caller caller, ShopId shop, int seen, Settings settings) {
        requireTeams(shop, settings);
        requireEachOnce(settings);
        transaction.executeWithoutResult(
                status -> {
                    write(shop, seen, settings, caller.actor());
                    facts.append(
                            new NewFact(
                                    shop,
                                    "tickets.rules-changed",
                                    "shop:" + shop,
                                    caller.actor(),
                                    null,
                                    Audience.STAFF,
                                    new Changed(
                                            settings.rules().size(), settings.outside().size())));
                });
    }

    private void requireTeams(ShopId shop, Settings settings) {
        var teams = colleagues.teams(shop).stream().map(Colleagues.Team::id).toList();
        requireTeam(teams, settings.team(), "/settings/team");
        for (var i = 0; i < settings.rules().size(); i++) {
            requireTeam(teams, settings.rules().get(i).team(), "/settings/rules/" + i + "/team");
        }
    }

    private static void requireTeam(List<String> teams, @Nullable String team, String pointer) {
        if (team != null && !teams.contains(team)) {
            throw Problem.invalid(pointer, "没有这个技能组", "is no team of this shop");
        }
    }

    private static void requireEachOnce(Settings settings) {
        var seen = new HashSet<String>();
        for (var i = 0; i < settings.parties().size(); i++) {
            if (!seen.add(settings.parties().get(i).party().name())) {
                throw Problem.invalid("/settings/parties/" + i, "部门重复", "is there already");
            }
        }
        for (var i = 0; i < settings.outside().size(); i++) {
            if (!seen.add(settings.outside().get(i).party())) {
                throw Problem.invalid(
                        "/settings/outside/" + i + "/id", "标识重复", "stands for another party");
            }
        }
    }
}
