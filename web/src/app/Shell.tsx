import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, Outlet, useLocation, useNavigate } from "@tanstack/react-router";
import { Button, Dropdown } from "antd";
import { useEffect, useState } from "react";
import { api } from "../api/client";
import { live } from "../api/live";
import { useSession } from "../api/session";
import { useConnection } from "../api/useLive";
import type { Permission } from "../api/views";
import { useMessages, type Messages } from "../i18n";
import { forgetDrafts } from "../ui/drafts";
import { LanguageSwitch } from "../ui/LanguageSwitch";
import { useShortcuts } from "../ui/shortcuts";
import { WaitingApprovals } from "../features/approvals/WaitingApprovals";
import { WaitingCalls } from "../features/experts/WaitingCalls";
import { PresenceSwitch } from "../features/presence/PresenceSwitch";
import { WaitingBadge } from "../features/queue/WaitingBadge";
import { OverdueTickets, WaitingRequests } from "../features/tickets/Waiting";
import { adminPages } from "./adminPages";
import { Places } from "./Places";
import "./Shell.css";
import { ShortcutHelp } from "./ShortcutHelp";

const messages = {
  brand: { zh: "安心", en: "Anxin" },
  main: { zh: "主导航", en: "Main" },
  skip: { zh: "跳到内容", en: "Skip to content" },
  queue: { zh: "审核队列", en: "Queue" },
  conversations: { zh: "会话", en: "Conversations" },
  goConversations: { zh: "去会话", en: "Go to conversations" },
  knowledge: { zh: "知识库", en: "Knowledge" },
  goKnowledge: { zh: "去知识库", en: "Go to the knowledge" },
  scripts: { zh: "话术", en: "Scripts" },
  goScripts: { zh: "去话术库", en: "Go to the scripts" },
  tickets: { zh: "工单", en: "Tickets" },
  goTickets: { zh: "去工单", en: "Go to tickets" },
  requests: { zh: "协办", en: "Requests" },
  goRequests: { zh: "去协办", en: "Go to requests" },
  floor: { zh: "现场", en: "Floor" },
  goFloor: { zh: "去现场", en: "Go to the floor" },
  approvals: { zh: "待我签批", en: "To sign" },
  goApprovals: { zh: "去待我签批", en: "Go to what waits for my signature" },
  experts: { zh: "专家", en: "Experts" },
  goExperts: { zh: "去专家请求", en: "Go to the calls for experts" },
  refunds: { zh: "退款处理", en: "Refunds" },
  warehouse: { zh: "仓库", en: "Warehouse" },
  store: { zh: "门店", en: "Store" },
  logistics: { zh: "物流", en: "Logistics" },
  making: { zh: "定制", en: "Made to order" },
  answers: { zh: "客户评价", en: "Feedback" },
  admin: { zh: "管理", en: "Administration" },
  password: { zh: "修改密码", en: "Change password" },
  signOut: { zh: "退出登录", en: "Sign out" },
  account: { zh: "账号", en: "Account" },
  shortcuts: { zh: "快捷键", en: "Shortcuts" },
  goQueue: { zh: "去审核队列", en: "Go to the queue" },
  goRefunds: { zh: "去退款处理", en: "Go to refunds" },
  goWarehouse: { zh: "去仓库", en: "Go to the warehouse" },
  goStore: { zh: "去门店", en: "Go to the store" },
  goLogistics: { zh: "去物流", en: "Go to logistics" },
  goMaking: { zh: "去定制", en: "Go to what is made to order" },
  goAdmin: { zh: "去管理", en: "Go to administration" },
  help: { zh: "显示快捷键", en: "Show shortcuts" },
  offline: {
    zh: "连接已断开，正在重连。您可以继续查看和填写；重新连上后会补齐期间的变化。",
    en: "The connection is lost; reconnecting. Keep reading and typing: what changed meanwhile arrives when it is back.",
  },
} satisfies Messages;

export function Shell() {
  const t = useMessages(messages);
  const session = useSession();
  const navigate = useNavigate();
  const [helping, setHelping] = useState(false);
  const inAdmin = useLocation().pathname.startsWith("/admin");
  const has = (right: Permission) => session.permissions.includes(right);
  const inFinance = has("FINANCE_WORK");
  const signs = has("APPROVE_REFUND");
  const watches = has("INSIGHT_READ") && has("CONVERSATION_READ");
  const firstAdminPage = adminPages.find((page) => session.permissions.includes(page.needs));

  useEffect(() => {
    live.start();
  }, []);

  useShortcuts([
    ...(has("CASE_READ")
      ? [{ keys: "g q", label: t.goQueue, run: () => void navigate({ to: "/desk" }) }]
      : []),
    ...(has("CONVERSATION_READ")
      ? [{ keys: "g c", label: t.goConversations, run: () => void navigate({ to: "/conversations" }) }]
      : []),
    ...(has("KNOWLEDGE_READ")
      ? [{ keys: "g k", label: t.goKnowledge, run: () => void navigate({ to: "/knowledge" }) }]
      : []),
    ...(has("SCRIPT_READ")
      ? [{ keys: "g y", label: t.goScripts, run: () => void navigate({ to: "/scripts" }) }]
      : []),
    ...(has("TICKET_READ")
      ? [{ keys: "g t", label: t.goTickets, run: () => void navigate({ to: "/tickets" }) }]
      : []),
    ...(has("TICKET_ANSWER")
      ? [{ keys: "g h", label: t.goRequests, run: () => void navigate({ to: "/requests" }) }]
      : []),
    ...(watches ? [{ keys: "g f", label: t.goFloor, run: () => void navigate({ to: "/floor" }) }] : []),
    ...(signs ? [{ keys: "g p", label: t.goApprovals, run: () => void navigate({ to: "/approvals" }) }] : []),
    ...(has("CASE_DECIDE")
      ? [{ keys: "g x", label: t.goExperts, run: () => void navigate({ to: "/experts" }) }]
      : []),
    ...(inFinance ? [{ keys: "g r", label: t.goRefunds, run: () => void navigate({ to: "/refunds" }) }] : []),
    ...(has("WAREHOUSE_WORK")
      ? [{ keys: "g w", label: t.goWarehouse, run: () => void navigate({ to: "/warehouse" }) }]
      : []),
    ...(has("STORE_WORK")
      ? [{ keys: "g s", label: t.goStore, run: () => void navigate({ to: "/store" }) }]
      : []),
    ...(has("LOGISTICS_WORK")
      ? [{ keys: "g l", label: t.goLogistics, run: () => void navigate({ to: "/logistics" }) }]
      : []),
    ...(has("PRODUCT_WORK")
      ? [{ keys: "g m", label: t.goMaking, run: () => void navigate({ to: "/making" }) }]
      : []),
    ...(firstAdminPage === undefined
      ? []
      : [{ keys: "g a", label: t.goAdmin, run: () => void navigate({ to: firstAdminPage.to }) }]),
    { keys: "?", label: t.help, run: () => setHelping(true) },
  ]);

  return (
    <div className="shell">
      <a className="skip" href="#content">
        {t.skip}
      </a>
      <header className="top">
        <Link to="/" className="brand" aria-label={t.brand}>
          <img src="/icon.svg" alt="" width="24" height="24" />
          <span>{t.brand}</span>
        </Link>
        <Places label={t.main}>
          {has("CASE_READ") && (
            <Link to="/desk">
              {t.queue}
              {has("CASE_MESSAGE") && <WaitingBadge />}
            </Link>
          )}
          {has("CONVERSATION_READ") && <Link to="/conversations">{t.conversations}</Link>}
          {has("KNOWLEDGE_READ") && <Link to="/knowledge">{t.knowledge}</Link>}
          {has("SCRIPT_READ") && <Link to="/scripts">{t.scripts}</Link>}
          {has("TICKET_READ") && (
            <Link to="/tickets">
              {t.tickets}
              <OverdueTickets />
            </Link>
          )}
          {has("TICKET_ANSWER") && (
            <Link to="/requests">
              {t.requests}
              <WaitingRequests />
            </Link>
          )}
          {watches && <Link to="/floor">{t.floor}</Link>}
          {signs && (
            <Link to="/approvals">
              {t.approvals}
              <WaitingApprovals />
            </Link>
          )}
          {has("CASE_DECIDE") && (
            <Link to="/experts">
              {t.experts}
              <WaitingCalls />
            </Link>
          )}
          {inFinance && <Link to="/refunds">{t.refunds}</Link>}
          {has("WAREHOUSE_WORK") && <Link to="/warehouse">{t.warehouse}</Link>}
          {has("STORE_WORK") && <Link to="/store">{t.store}</Link>}
          {has("LOGISTICS_WORK") && <Link to="/logistics">{t.logistics}</Link>}
          {has("PRODUCT_WORK") && <Link to="/making">{t.making}</Link>}
          {has("CASE_READ") && <Link to="/answers">{t.answers}</Link>}
          {firstAdminPage !== undefined && (
            <Link to={firstAdminPage.to} className={inAdmin ? "active" : ""}>
              {t.admin}
            </Link>
          )}
        </Places>
        {has("CONVERSATION_ANSWER") && <PresenceSwitch />}
        <Button type="text" className="only-wide" onClick={() => setHelping(true)}>
          {t.shortcuts} <kbd>?</kbd>
        </Button>
        <LanguageSwitch />
        <Account />
      </header>
      <ConnectionBanner text={t.offline} />
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
      <ShortcutHelp open={helping} onClose={() => setHelping(false)} />
    </div>
  );
}

function Account() {
  const t = useMessages(messages);
  const session = useSession();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const signOut = useMutation({
    mutationFn: () => api.delete("/api/v1/session"),
    onSettled: async () => {
      live.stop();
      forgetDrafts();
      await navigate({ to: "/sign-in" });
      queries.clear();
    },
  });
  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        items: [
          {
            key: "who",
            disabled: true,
            label: [session.name, session.tier, ...session.roles].filter(Boolean).join(" · "),
          },
          {
            key: "password",
            label: t.password,
            onClick: () => void navigate({ to: "/password", search: { to: location.pathname } }),
          },
          { key: "out", label: t.signOut, onClick: () => signOut.mutate() },
        ],
      }}
    >
      <Button type="text" aria-label={`${session.name} · ${t.account}`}>
        <span className="avatar" data-initial={session.name.slice(0, 1)} />
        <span className="only-wide">{session.name}</span>
      </Button>
    </Dropdown>
  );
}

function ConnectionBanner({ text }: { text: string }) {
  const connection = useConnection();
  return <div role="status">{connection === "offline" && <p className="connection-lost">{text}</p>}</div>;
}
