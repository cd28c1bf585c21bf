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
  refused: { zh: "统一登录没有成功", en: "The sign-in by your provider did not succeed" },
  refusedHint: {
    zh: "登录被取消、超过了十分钟，或对方的回答无法核实。请从本页重新开始；仍不行请联系管理员。",
    en: "It was cancelled, took more than ten minutes, or could not be verified. Begin again from this page; if it fails again, ask your administrator.",
  },
  unknown: { zh: "您的账号还没有在这里开通", en: "Your account is not known here yet" },
  unknownHint: {
    zh: "您已通过统一登录，但没有与任何人员关联，或已停用。请联系管理员在“人员”中关联您的账号，然后再登录。",
    en: "Your provider let you in, but nobody here is tied to you, or the person was deactivated. Ask an administrator to tie your account under People, then sign in again.",
  },
  newPasswordTitle: { zh: "设置新密码", en: "Choose a new password" },
  firstPassword: {
    zh: (name: string) => `${name}，您的密码由管理员设置，请先换成只有您知道的密码。`,
    en: (name: string) => `${name}, an administrator set your password. Choose one that only you know.`,
  },
  currentPassword: { zh: "当前密码", en: "Current password" },
  newPassword: { zh: "新密码", en: "New password" },
  passwordAgain: { zh: "再输入一次新密码", en: "The new password again" },
  passwordDiffers: { zh: "两次输入不一致", en: "The two are not the same" },
  changePassword: { zh: "更换密码", en: "Change the password" },
  passwordChanged: {
    zh: "密码已更换，其他设备上的登录已退出",
    en: "Password changed; you are signed out everywhere else",
  },
  back: { zh: "返回", en: "Back" },
  passwordHint: {
    zh: "至少10个字符，不要包含登录名",
    en: "At least 10 characters, without your sign-in name",
  },
  demo: { zh: "演示账号", en: "Demo sign-ins" },
  demoHint: {
    zh: "这是演示环境，点一下即可以该身份进入。",
    en: "This is a demo: one click enters as this person.",
  },
} satisfies Messages;
