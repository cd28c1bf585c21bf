import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from "@tanstack/react-router";
import { asProblem } from "../api/problems";
import { sessionQuery } from "../api/session";
import { readOpenDialog } from "../features/cases/act";
import { readConversationFilter } from "../features/conversations/filter";
import { readJournalFilter } from "../features/journal/filter";
import { readKnowledgeFilter } from "../features/knowledge/filter";
import { readPolicySearch } from "../features/policy/search";
import { readQueueFilter } from "../features/queue/filter";
import { readScriptFilter } from "../features/scripts/filter";
import { readSignIn } from "../features/session/search";
import { readTicketSearch } from "../features/tickets/search";
import { firstPage } from "./firstPage";
import { Broken, Lost } from "./Lost";
import { queries } from "./queries";
import { readText } from "./search";

const root = createRootRoute({ notFoundComponent: Lost, errorComponent: Broken });

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: readSignIn,
  component: lazyRouteComponent(() => import("../features/session/SignInPage"), "SignInPage"),
});

/** Everything below is for somebody who is signed in; who is not comes back to the same address afterwards. */
const house = createRoute({
  getParentRoute: () => root,
  id: "house",
  beforeLoad: async ({ location }) => {
    try {
      await queries.query({ ...sessionQuery, staleTime: "static" });
    } catch (error) {
      if (asProblem(error).status !== 401) throw error;
      // The provider sends whom it or we refused to the front door, with the reason in the address.
      const search = location.pathname === "/" ? readSignIn(location.search) : { to: location.href };
      throw redirect({ to: "/sign-in", search });
    }
  },
});

/** Also where one must go first when somebody else has set the password. */
const password = createRoute({
  getParentRoute: () => house,
  path: "/password",
  validateSearch: readText("to"),
  component: lazyRouteComponent(() => import("../features/session/PasswordPage"), "PasswordPage"),
});

const rooms = createRoute({
  getParentRoute: () => house,
  id: "rooms",
  beforeLoad: async ({ location }) => {
    const session = await queries.query({ ...sessionQuery, staleTime: "static" });
    if (session.mustChangePassword) throw redirect({ to: "/password", search: { to: location.href } });
  },
  component: lazyRouteComponent(() => import("./Shell"), "Shell"),
});

const permissions = async () => (await queries.query({ ...sessionQuery, staleTime: "static" })).permissions;

const home = createRoute({
  getParentRoute: () => rooms,
  path: "/",
  beforeLoad: async () => {
    throw redirect({ to: firstPage(await permissions()) });
  },
});

const desk = createRoute({
  getParentRoute: () => rooms,
  path: "/desk",
  validateSearch: readQueueFilter,
  beforeLoad: async () => {
    if (!(await permissions()).includes("CASE_READ")) throw redirect({ to: "/" });
  },
  component: lazyRouteComponent(() => import("../features/queue/QueuePage"), "QueuePage"),
});

const oneCase = createRoute({
  getParentRoute: () => rooms,
  path: "/desk/cases/$id",
  validateSearch: readOpenDialog,
  component: lazyRouteComponent(() => import("./CaseWithMore"), "CaseWithMore"),
});

const conversations = createRoute({
  getParentRoute: () => rooms,
  path: "/conversations",
  validateSearch: readConversationFilter,
  component: lazyRouteComponent(() => import("./ConversationsWithMore"), "ConversationsWithMore"),
});

const gaps = createRoute({
  getParentRoute: () => rooms,
  path: "/knowledge/gaps",
  validateSearch: (search: Record<string, unknown>) => ({
    ...readText("shop")(search),
    ...readText("state")(search),
  }),
  component: lazyRouteComponent(() => import("../features/knowledge/GapsPage"), "GapsPage"),
});

const scripts = createRoute({
  getParentRoute: () => rooms,
  path: "/scripts",
  validateSearch: readScriptFilter,
  component: lazyRouteComponent(() => import("../features/scripts/ScriptsPage"), "ScriptsPage"),
});

const knowledge = createRoute({
  getParentRoute: () => rooms,
  path: "/knowledge",
  validateSearch: readKnowledgeFilter,
  component: lazyRouteComponent(() => import("../features/knowledge/KnowledgePage"), "KnowledgePage"),
});

const tickets = createRoute({
  getParentRoute: () => rooms,
  path: "/tickets",
  validateSearch: readTicketSearch,
  component: lazyRouteComponent(() => import("../features/tickets/TicketsPage"), "TicketsPage"),
});

const oneTicket = createRoute({
  getParentRoute: () => rooms,
  path: "/tickets/$id",
  component: lazyRouteComponent(() => import("../features/tickets/TicketPage"), "TicketPage"),
});

const requests = createRoute({
  getParentRoute: () => rooms,
  path: "/requests",
  validateSearch: readText("list"),
  component: lazyRouteComponent(() => import("../features/tickets/RequestsPage"), "RequestsPage"),
});

const floor = createRoute({
  getParentRoute: () => rooms,
  path: "/floor",
  component: lazyRouteComponent(() => import("../features/floor/FloorPage"), "FloorPage"),
});

const refunds = createRoute({
  getParentRoute: () => rooms,
  path: "/refunds",
  validateSearch: readText("list"),
  component: lazyRouteComponent(() => import("../features/refunds/RefundsPage"), "RefundsPage"),
});

const warehouse = createRoute({
  getParentRoute: () => rooms,
  path: "/warehouse",
  validateSearch: readText("list"),
  component: lazyRouteComponent(() => import("../features/warehouse/WarehousePage"), "WarehousePage"),
});

const store = createRoute({
  getParentRoute: () => rooms,
  path: "/store",
  validateSearch: readText("store"),
  component: lazyRouteComponent(() => import("../features/store/StorePage"), "StorePage"),
});

const approvals = createRoute({
  getParentRoute: () => rooms,
  path: "/approvals",
  component: lazyRouteComponent(() => import("../features/approvals/ApprovalsPage"), "ApprovalsPage"),
});

const experts = createRoute({
  getParentRoute: () => rooms,
  path: "/experts",
  validateSearch: readText("list"),
  component: lazyRouteComponent(() => import("../features/experts/ExpertsPage"), "ExpertsPage"),
});

const logistics = createRoute({
  getParentRoute: () => rooms,
  path: "/logistics",
  validateSearch: readText("list"),
  component: lazyRouteComponent(() => import("../features/logistics/LogisticsPage"), "LogisticsPage"),
});

const making = createRoute({
  getParentRoute: () => rooms,
  path: "/making",
  validateSearch: readText("list"),
  component: lazyRouteComponent(() => import("../features/making/MakingPage"), "MakingPage"),
});

const admin = createRoute({
  getParentRoute: () => rooms,
  path: "/admin",
  component: lazyRouteComponent(() => import("./AdminShell"), "AdminShell"),
});

const people = createRoute({
  getParentRoute: () => admin,
  path: "/people",
  validateSearch: readText("q"),
  component: lazyRouteComponent(() => import("../features/people/PeoplePage"), "PeoplePage"),
});
const shops = createRoute({
  getParentRoute: () => admin,
  path: "/shops",
  component: lazyRouteComponent(() => import("../features/shops/ShopsPage"), "ShopsPage"),
});
const teams = createRoute({
  getParentRoute: () => admin,
  path: "/teams",
  component: lazyRouteComponent(() => import("../features/people/TeamsPage"), "TeamsPage"),
});
const roles = createRoute({
  getParentRoute: () => admin,
  path: "/roles",
  component: lazyRouteComponent(() => import("../features/people/RolesPage"), "RolesPage"),
});
const queues = createRoute({
  getParentRoute: () => admin,
  path: "/queues",
  component: lazyRouteComponent(() => import("../features/queues/QueuesPage"), "QueuesPage"),
});
const bot = createRoute({
  getParentRoute: () => admin,
  path: "/bot",
  component: lazyRouteComponent(() => import("../features/bot/BotPage"), "BotPage"),
});
const ticketSettings = createRoute({
  getParentRoute: () => admin,
  path: "/tickets",
  component: lazyRouteComponent(() => import("../features/tickets/SettingsPage"), "SettingsPage"),
});
const keys = createRoute({
  getParentRoute: () => admin,
  path: "/keys",
  component: lazyRouteComponent(() => import("../features/keys/KeysPage"), "KeysPage"),
});
const platforms = createRoute({
  getParentRoute: () => admin,
  path: "/platforms",
  component: lazyRouteComponent(() => import("../features/platforms/PlatformsPage"), "PlatformsPage"),
});
const gateways = createRoute({
  getParentRoute: () => admin,
  path: "/gateways",
  component: lazyRouteComponent(() => import("../features/gateways/GatewaysPage"), "GatewaysPage"),
});
const endpoint = createRoute({
  getParentRoute: () => admin,
  path: "/language-model",
  component: lazyRouteComponent(() => import("../features/drafts/EndpointPage"), "EndpointPage"),
});
const imports = createRoute({
  getParentRoute: () => admin,
  path: "/imports",
  component: lazyRouteComponent(() => import("../features/imports/ImportsPage"), "ImportsPage"),
});
const journal = createRoute({
  getParentRoute: () => admin,
  path: "/journal",
  validateSearch: readJournalFilter,
  component: lazyRouteComponent(() => import("../features/journal/JournalPage"), "JournalPage"),
});
const messages = createRoute({
  getParentRoute: () => admin,
  path: "/messages",
  validateSearch: readText("state"),
  component: lazyRouteComponent(() => import("../features/outbox/OutboxPage"), "OutboxPage"),
});

const policy = createRoute({
  getParentRoute: () => admin,
  path: "/policy",
  validateSearch: readPolicySearch,
  component: lazyRouteComponent(() => import("../features/policy/PolicyPage"), "PolicyPage"),
});
const templates = createRoute({
  getParentRoute: () => admin,
  path: "/templates",
  component: lazyRouteComponent(() => import("../features/templates/TemplatesPage"), "TemplatesPage"),
});
const channels = createRoute({
  getParentRoute: () => admin,
  path: "/channels",
  component: lazyRouteComponent(() => import("../features/channels/ChannelsPage"), "ChannelsPage"),
});
const language = createRoute({
  getParentRoute: () => admin,
  path: "/language",
  validateSearch: readText("intent"),
  component: lazyRouteComponent(() => import("../features/language/LanguagePage"), "LanguagePage"),
});

const webHooks = createRoute({
  getParentRoute: () => admin,
  path: "/web-hooks",
  component: lazyRouteComponent(() => import("../features/webhooks/WebHooksPage"), "WebHooksPage"),
});
const answers = createRoute({
  getParentRoute: () => rooms,
  path: "/answers",
  validateSearch: readText("list"),
  component: lazyRouteComponent(() => import("../features/answers/AnswersPage"), "AnswersPage"),
});

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    house.addChildren([
      password,
      rooms.addChildren([
        home,
        desk,
        oneCase,
        conversations,
        knowledge,
        gaps,
        scripts,
        tickets,
        oneTicket,
        requests,
        floor,
        refunds,
        warehouse,
        store,
        approvals,
        experts,
        logistics,
        making,
        answers,
        admin.addChildren([
          people,
          shops,
          teams,
          roles,
          queues,
          bot,
          ticketSettings,
          keys,
          platforms,
          gateways,
          endpoint,
          imports,
          policy,
          journal,
          messages,
          templates,
          channels,
          language,
          webHooks,
        ]),
      ]),
    ]),
  ]),
  defaultPreload: "intent",
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
