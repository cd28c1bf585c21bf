import type { Messages } from "../../i18n";

export const messages = {
  add: { zh: "拍照或选图", en: "Take or choose" },
  photo: { zh: (n: number) => `照片 ${n}`, en: (n: number) => `Photo ${n}` },
  remove: { zh: (n: number) => `移除照片 ${n}`, en: (n: number) => `Remove photo ${n}` },
  preparing: { zh: "处理中…", en: "Preparing…" },
  sending: { zh: (percent: number) => `上传 ${percent}%`, en: (percent: number) => `Sending ${percent}%` },
  failed: { zh: "没传上去", en: "Not sent" },
  again: { zh: "重传", en: "Send again" },
  unreadable: { zh: "打不开这张图，请换一张", en: "Cannot open this picture; choose another" },
  gone: { zh: "没传完，请重新选择", en: "Was not sent in time; choose it again" },
  done: { zh: "已上传", en: "Sent" },
  atMost: { zh: (most: number) => `最多 ${most} 张`, en: (most: number) => `${most} photos at most` },
} satisfies Messages;
