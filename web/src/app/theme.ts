import { theme, type ThemeConfig } from "antd";
import { useSyncExternalStore } from "react";

const FONT =
  '"Inter", -apple-system, BlinkMacSystemFont, "Segoe UI", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "WenQuanYi Micro Hei", sans-serif';

const shared = {
  fontFamily: FONT,
  fontSize: 14,
  borderRadius: 6,
  controlHeight: 34,
  wireframe: false,
};

/** Calm on purpose: this stands in front of somebody for eight hours. The same colours are in theme.css. */
const light: ThemeConfig = {
  algorithm: theme.defaultAlgorithm,
  token: {
    ...shared,
    colorPrimary: "#1f6f6b",
    colorInfo: "#2f6690",
    colorSuccess: "#2e7d4f",
    colorWarning: "#a36200",
    colorError: "#b3372f",
    colorLink: "#1a6662",
    colorTextBase: "#1c2422",
    colorBgBase: "#ffffff",
    colorBgLayout: "#f5f6f4",
    colorBorder: "#cfd6d3",
    colorBorderSecondary: "#e3e8e5",
    colorTextSecondary: "#4d5a57",
    colorTextTertiary: "#5f6c69",
    colorTextPlaceholder: "#66736f",
  },
};

const dark: ThemeConfig = {
  algorithm: theme.darkAlgorithm,
  token: {
    ...shared,
    colorPrimary: "#32817a",
    colorInfo: "#6ea3cc",
    colorSuccess: "#5cb37e",
    colorWarning: "#d9a13b",
    colorError: "#f0a099",
    colorLink: "#6fc3bb",
    colorTextBase: "#e4eae8",
    colorBgBase: "#141a19",
    colorBgContainer: "#1b2321",
    colorBgElevated: "#1f2826",
    colorBgLayout: "#0f1413",
    colorBorder: "#3a4543",
    colorBorderSecondary: "#2a3331",
    colorTextSecondary: "#b2bdba",
    colorTextTertiary: "#9aa6a3",
    colorTextPlaceholder: "#93a09c",
  },
};

const question = window.matchMedia("(prefers-color-scheme: dark)");

export function useTheme(): ThemeConfig {
  const isDark = useSyncExternalStore(
    (listener) => {
      question.addEventListener("change", listener);
      return () => question.removeEventListener("change", listener);
    },
    () => question.matches,
  );
  return isDark ? dark : light;
}
