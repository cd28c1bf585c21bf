import type { Messages } from "../../i18n";

export const messages = {
  welcome: { zh: "安心工作台", en: "Anxin desk" },
  claim: {
    zh: "售后的每一步，都有人负责、有时限",
    en: "After-sales where every step has an owner and a time",
  },
  comeBack: {
    zh: "请登录，登录后会回到您刚才的页面，填写的内容仍在。",
    en: "Please sign in; you will come back to where you were, with what you had typed.",
  },
  name: { zh: "登录名", en: "Name" },
  password: { zh: "密码", en: "Password" },
  signIn: { zh: "登录", en: "Sign in" },
  with: { zh: (name: string) => `使用 ${name} 登录`, en: (name: string) => `Sign in with ${name}` },
  demo: { zh: "演示账号", en: "Demo sign-ins" },
  demoHint: {
    zh: "这是演示环境，点一下即可以该身份进入。",
    en: "This is a demo: one click enters as this person.",
  },
} satisfies Messages;
