import type { components } from "./schema";

/** What the server sends, by the names the screens use; the shapes come from its own description. */
type Schemas = components["schemas"];

/** The description calls a value that may be null optional too, but it is always sent. */
type Whole<T> = T extends (infer E)[]
  ? Whole<E>[]
  : T extends object
    ? { [K in keyof T]-?: Whole<Exclude<T[K], undefined>> }
    : T;

/** Values of the rules' own making, whose shape the description does not know. */
type Free = Record<string, unknown>;

export interface Page<T> {
  items: T[];
  next: string | null;
}

export type Named = Whole<Schemas["Viewer"]>;

// ---- who is here ----

export type SessionView = Whole<Schemas["SessionView"]>;
export type Permission = SessionView["permissions"][number];
export type SignInOptions = Whole<Schemas["SignInOptions"]>;

// ---- the desk ----

export type Reason = Whole<Schemas["ChoiceView"]>;
export type QueueItem = Whole<Schemas["CaseItem"]>;
export type CaseCounts = Whole<Schemas["CountsView"]>;
export type SavedView = Whole<Schemas["SavedView"]>;
export type AllowedAction = Whole<Schemas["ActionView"]>;
export type StepView = Whole<Schemas["StepView"]>;
export type DecisionView = Whole<Omit<Schemas["CaseViewsDecisionView"], "facts" | "answer">> & {
  facts: Free;
  answer: Free;
};
export type CaseView = Whole<Omit<Schemas["CaseView"], "decision" | "decisions">> & {
  decision: DecisionView;
  decisions: DecisionView[];
};

// ---- conversations ----

export type ConversationItem = Whole<Schemas["ConversationItem"]>;
export type ConversationView = Whole<Schemas["ConversationView"]>;
export type ConversationCounts = Whole<Schemas["ConversationCounts"]>;
export type ConversationChannelView = Whole<Schemas["ConversationChannelView"]>;
export type MailboxStatus = Whole<Schemas["MailboxStatus"]>;
export type MailFinding = Whole<Schemas["MailFinding"]>;
export type ConversationColleagues = Whole<Schemas["ConversationColleagues"]>;
export type ThreadView = Whole<Schemas["ThreadView"]>;
export type Said = ThreadView["items"][number];
export type Present = Whole<Schemas["Present"]>;
export type FoundMessage = Whole<Schemas["Hit"]>;
/** An order as the shop told it, with its buyer masked. */
export type OrderListItem = Whole<Schemas["OrderView"]>;

// ---- tickets ----

export type TicketProof = Whole<Schemas["Proof"]>;
export type TicketItem = Whole<Schemas["TicketItem"]>;
export type TicketView = Whole<Schemas["TicketView"]>;
export type TicketCounts = Whole<Schemas["TicketCounts"]>;
export type BotSettings = Whole<Schemas["BotSettings"]>;
export type BotSettingsView = Whole<Schemas["BotSettingsView"]>;
export type FlowsView = Whole<Schemas["FlowsView"]>;
export type PublicationView = Whole<Schemas["PublicationView"]>;
export type BotTrialView = Whole<Schemas["BotTrialView"]>;
export type BotRecording = Whole<Schemas["Recording"]>;
export type BotMeasures = Whole<Schemas["BotMeasures"]>;
export type BotSummaryView = Whole<Schemas["BotSummaryView"]>;
export type TicketSettingsView = Whole<Schemas["TicketSettingsView"]>;
export type TicketSettings = TicketSettingsView["settings"];
export type TicketRequestItem = Whole<Schemas["RequestItem"]>;
export type TicketRequestView = Whole<Schemas["RequestView"]>;
export type TicketRequestCounts = Whole<Schemas["RequestCounts"]>;

// ---- who is there for work, and what waits ----

export type PresenceView = Whole<Schemas["PresenceView"]>;
export type RoutingView = Whole<Schemas["RoutingView"]>;
export type WorkQueue = RoutingView["plan"]["queues"][number];
export type WorkLimits = NonNullable<WorkQueue["limits"]>;
export type WorkHours = NonNullable<RoutingView["plan"]["hours"]>;
export type WorkClock = Whole<Schemas["WorkClock"]>;
export type WorkRule = RoutingView["plan"]["rules"][number];
export type FloorView = Whole<Schemas["FloorView"]>;
export type QueueOnFloor = FloorView["queues"][number];
export type AgentOnFloor = FloorView["agents"][number];

// ---- finance ----

/** `trouble` is what the gateway said last; `paymentId` a transfer that waits for a colleague. */
export type RefundItem = Whole<Schemas["RefundItem"]>;
export type RefundIncident = Whole<Schemas["RefundIncident"]>;
export type RefundCounts = Whole<Schemas["RefundCounts"]>;
export type BankAccount = Whole<Schemas["BankAccount"]>;

// ---- goods ----

export type WarehouseTask = Whole<Schemas["WarehouseTask"]>;
export type WarehouseCounts = Whole<Schemas["WarehouseCounts"]>;
export type StoreTask = Whole<Schemas["StoreTaskView"]>;
export type LogisticsTask = Whole<Schemas["LogisticsTask"]>;
export type MakingStep = Whole<Schemas["MakingStep"]>;
export type MakingCount = Whole<Schemas["MakingCount"]>;
export type MakingView = Whole<Schemas["MakingView"]>;
export type LogisticsCount = Whole<Schemas["LogisticsCount"]>;
export type StoreView = Whole<Schemas["StoreView"]>;
export type MyStore = Whole<Schemas["MyStore"]>;

// ---- policy ----

export type PolicyShape = Whole<Schemas["PolicyShapeView"]>;
/** A document names only what differs from the house's own policy. */
export type PolicyVersion = Whole<Omit<Schemas["PolicyVersionView"], "document">> & { document: Free };
export type PolicyInForce = Whole<Omit<Schemas["PolicyView"], "inForce" | "planned">> & {
  inForce: PolicyVersion;
  planned: PolicyVersion[];
};
export type PolicyDraft = Whole<Omit<Schemas["PolicyDraftView"], "document">> & { document: Free };
export type PolicyChange = Whole<Schemas["PolicyChangeView"]>;
export type PolicyTrial = Whole<Schemas["TrialView"]>;
export type PolicyTrialDifference = Whole<Schemas["TrialDifferenceView"]>;

// ---- experts ----

/** `allowed`: what the reader may do next, `take` or `solve`. */
export type ExpertLink = Whole<Schemas["ExpertLinkView"]>;
export type ExpertOfCase = Omit<Whole<Schemas["ExpertOfCase"]>, "link"> & { link: ExpertLink | null };
export type ExpertCount = Whole<Schemas["ExpertCount"]>;

// ---- signatures ----

/** `signedFen`: what people signed for on the order's other cases within 30 days, CNY fen. */
export type ApprovalItem = Whole<Schemas["ApprovalItem"]>;

// ---- administration ----

/** `password` only in the answer that made it. Null shops: every shop. */
export type PersonView = Whole<Schemas["PersonView"]>;
/** How somebody signs in from now on; `password` only where one was just made. */
export type SignInWay = Whole<Schemas["SignInWay"]>;
export type RoleView = Whole<Schemas["RoleView"]>;
export type TeamView = Whole<Schemas["TeamView"]>;
/** `secret` only in the answer that made it. */
export type KeyView = Whole<Schemas["KeyView"]>;
export type LinkKeyView = Whole<Schemas["LinkKeyView"]>;
export type JournalEntry = Whole<Schemas["JournalEntry"]>;
export type OutgoingMessage = Whole<Schemas["MessageMessageView"]>;
export type ImportView = Whole<Schemas["ImportView"]>;

/** A shop as the administration knows it; `returnAddress` is where customers send goods back to. */
export type ShopView = Whole<Schemas["ShopView"]>;

// ---- shop platforms ----

export type PlatformKind = Whole<Schemas["PlatformView"]>;
/** `secrets` names those that are set; their values never come back. */
export type PlatformConnection = Omit<Whole<Schemas["PlatformConnectionView"]>, "settings"> & {
  settings: Record<string, string>;
};
export type PlatformTest = Whole<Schemas["TestView"]>;
export type PlatformAlert = Whole<Schemas["PlatformAlertView"]>;
/** A case as its platform has it. */
export type PlatformCase = Whole<Schemas["PlatformCaseView"]>;

// ---- payment gateways ----

export type GatewayKind = Whole<Schemas["GatewayView"]>;
/** `secrets` names those that are set; their values never come back. */
export type GatewayConnection = Omit<Whole<Schemas["ConnectionView"]>, "settings"> & {
  settings: Record<string, string>;
};
export type GatewayTest = Whole<Schemas["GatewayTestView"]>;

// ---- the language model that a shop may connect ----

export type EndpointState = Whole<Schemas["EndpointState"]>;
export type EndpointTest = Whole<Schemas["EndpointTestView"]>;
export type Drafting = Whole<Schemas["DraftingView"]>;
export type Drafted = Whole<Schemas["DraftView"]>;

// ---- telling customers ----

export type StepsView = Whole<Schemas["StepsView"]>;
export type TemplateView = Whole<Schemas["TemplateView"]>;
export type TemplatePreview = Whole<Schemas["PreviewView"]>;
export type TellingView = Whole<Schemas["TellingView"]>;
export type ChannelsView = Whole<Schemas["ChannelsView"]>;
export type ChannelView = Whole<Schemas["ChannelView"]>;
export type TestResult = Whole<Schemas["TestResult"]>;
export type NoticeView = Whole<Schemas["NoticeView"]>;
export type FollowUpView = Whole<Schemas["FollowUpView"]>;
export type ReplyClockView = Whole<Schemas["ReplyClockView"]>;
export type WaitingItem = Whole<Schemas["WaitingItem"]>;
export type WaitingCount = Whole<Schemas["WaitingCount"]>;
export type AnswerItem = Whole<Schemas["AnswerItem"]>;
export type SubscriptionsView = Whole<Schemas["SubscriptionsView"]>;
/** `secret` only in the answer that made it. */
export type SubscriptionView = Whole<Schemas["SubscriptionView"]>;
export type DeliveryView = Whole<Schemas["DeliveryView"]>;

// ---- language ----

export type IntentsView = Whole<Schemas["IntentsView"]>;
export type IntentItem = Whole<Schemas["IntentItem"]>;
export type IntentView = Whole<Schemas["IntentView"]>;
export type ModelsView = Whole<Schemas["ModelsView"]>;
export type ModelView = Whole<Schemas["ModelView"]>;
export type AnalysisView = Whole<Schemas["AnalysisView"]>;

// ---- scripts ----

export type ScriptItem = Whole<Schemas["ScriptItem"]>;
export type ScriptView = Whole<Schemas["ScriptView"]>;
export type ScriptVersion = Whole<Schemas["ScriptVersionView"]>;
export type ScriptBlank = Whole<Schemas["ScriptBlank"]>;
export type ScriptCounts = Whole<Schemas["ScriptCounts"]>;
export type ScriptSuggestions = Whole<Schemas["ScriptSuggestions"]>;
export type ScriptSuggestion = Whole<Schemas["ScriptSuggestion"]>;
export type ScriptCoverage = Whole<Schemas["ScriptCoverage"]>;
export type ScriptTrial = Whole<Schemas["ScriptTrialView"]>;
export type TrialArm = Whole<Schemas["TrialArm"]>;
export type TrialDifference = Whole<Schemas["TrialDifference"]>;
export type WordingChecked = Whole<Schemas["WordingChecked"]>;
export type WordingSlip = Whole<Schemas["WordingSlip"]>;

// ---- knowledge ----

export type ArticleItem = Whole<Schemas["ArticleItem"]>;
export type ArticleView = Whole<Schemas["ArticleView"]>;
export type ArticleVersion = Whole<Schemas["ArticleVersionView"]>;
export type ArticleCounts = Whole<Schemas["ArticleCounts"]>;
export type ArticleCredit = Whole<Schemas["CreditView"]>;
export type AnswerPreview = Whole<Schemas["AnswerPreview"]>;
export type GapView = Whole<Schemas["GapView"]>;
export type GapMining = Whole<Schemas["GapMining"]>;
export type KnowledgeAnswer = Whole<Schemas["KnowledgeAnswer"]>;
export type KnowledgeFinding = Whole<Schemas["KnowledgeFinding"]>;
