import type { Messages } from "../../i18n";

export const gapMessages = {
  title: { zh: "知识缺口", en: "Gaps" },
  hint: {
    zh: "客户问了、现有内容答不上来的问题，每周按意思归类。一键起草，审核上线后看效果。",
    en: "What customers asked and nothing answers, gathered by meaning every week. Draft it with one click; see the effect once it is live.",
  },
  library: { zh: "返回知识库", en: "Back to the library" },
  lists: { zh: "列表", en: "Lists" },
  OPEN: { zh: "待处理", en: "Open" },
  DRAFTED: { zh: "已起草", en: "Drafted" },
  DISMISSED: { zh: "不处理", en: "Dismissed" },
  mineNow: { zh: "立即查找", en: "Look now" },
  mining: { zh: "正在查找…", en: "Looking…" },
  minedAt: {
    zh: (when: string, questions: number, answered: number) =>
      `上次查找 ${when}：${questions} 个问题，${answered} 个能回答`,
    en: (when: string, questions: number, answered: number) =>
      `Last look ${when}: ${questions} questions, ${answered} answered`,
  },
  never: { zh: "还没有查找过", en: "Nobody has looked yet" },
  none: { zh: "没有发现缺口", en: "No gaps found" },
  noneHint: {
    zh: "两个以上意思相同、没有答案的问题才会列在这里。",
    en: "Two or more unanswered questions that mean the same appear here.",
  },
  asked: { zh: (n: number) => `近四周问了 ${n} 次`, en: (n: number) => `Asked ${n} times in four weeks` },
  questions: { zh: "客户的问法", en: "How they asked" },
  reply: { zh: "客服这样答过", en: "An agent answered" },
  article: { zh: "起草为文章", en: "Draft an article" },
  openArticle: { zh: "打开草稿", en: "Open the article" },
  intent: { zh: "起草为意图", en: "Draft an intent" },
  intentKey: { zh: "意图编号", en: "Intent key" },
  intentHint: {
    zh: "小写字母、数字和下划线，如 teapot_care",
    en: "Small letters, digits, underscores: teapot_care",
  },
  intentName: { zh: "意图名称", en: "Intent name" },
  intentMade: { zh: "已建意图，可在「意图与理解」中训练", en: "Made; train it under Language" },
  intentIs: { zh: (key: string) => `意图 ${key}`, en: (key: string) => `Intent ${key}` },
  create: { zh: "建立", en: "Create" },
  cancel: { zh: "取消", en: "Cancel" },
  dismiss: { zh: "不处理", en: "Dismiss" },
  noRight: { zh: "需要「编写与确认」权限", en: "Needs the right “Write and confirm”" },
  notLive: { zh: "还没有上线，效果从上线后开始计算", en: "Not live yet; its effect counts from then" },
  before: {
    zh: (asked: number, answered: number) => `上线前四周：${asked} 次，答上 ${answered} 次`,
    en: (asked: number, answered: number) => `Four weeks before: asked ${asked}, answered ${answered}`,
  },
  since: {
    zh: (when: string, asked: number, answered: number) => `${when} 上线后：${asked} 次，答上 ${answered} 次`,
    en: (when: string, asked: number, answered: number) =>
      `Since ${when}: asked ${asked}, answered ${answered}`,
  },
} satisfies Messages;
