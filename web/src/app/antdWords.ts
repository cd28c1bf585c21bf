import type { ConfigProviderProps } from "antd";
import en from "antd/locale/en_US";
import zh from "antd/locale/zh_CN";
import type { Language } from "../i18n";

export function antdWords(spoken: Language): ConfigProviderProps["locale"] {
  return spoken === "zh" ? zh : en;
}
