import type { Messages } from "../../i18n";

export const messages = {
  title: { zh: "数据导入", en: "Imports" },
  hint: {
    zh: "逐行写入，较新的记录胜出，同一文件再传一次不会重复。中断后从停下的地方继续；有问题的行不影响其他行。",
    en: "Line by line, the newer record wins, and the same file twice changes nothing. It goes on where it stopped; a bad line does not hold up the others.",
  },
  kind: { zh: "内容", en: "What" },
  file: { zh: "文件（.jsonl 或 .csv）", en: "File (.jsonl or .csv)" },
  start: { zh: "上传并导入", en: "Upload and import" },
  needFile: { zh: "请选择文件", en: "Choose a file" },
  uploading: { zh: "上传中", en: "Uploading" },
  when: { zh: "开始于", en: "Started" },
  progress: { zh: "进度", en: "Progress" },
  rows: { zh: "已处理", en: "Processed" },
  stale: { zh: "较旧已跳过", en: "Older, skipped" },
  failed: { zh: "有问题", en: "Failed" },
  errors: { zh: "下载问题清单", en: "Download the errors" },
  none: { zh: "此店铺还没有导入过数据", en: "Nothing was imported for this shop yet" },
  of: {
    zh: (done: string, all: string) => `${done} / ${all}`,
    en: (done: string, all: string) => `${done} of ${all}`,
  },
  finished: { zh: (at: string) => `完成于 ${at}`, en: (at: string) => `finished ${at}` },
  running: { zh: "进行中", en: "Running" },
} satisfies Messages;

export const kinds: Record<string, { zh: string; en: string }> = {
  orders: { zh: "订单", en: "Orders" },
  products: { zh: "商品", en: "Products" },
  stores: { zh: "门店", en: "Stores" },
  stock: { zh: "门店库存", en: "Store stock" },
  parcels: { zh: "包裹轨迹", en: "Parcels" },
};
