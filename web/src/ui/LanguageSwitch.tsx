import { Button } from "antd";
import { setLanguage, useLanguage } from "../i18n";

/** Shows the language one would get, in that language. */
export function LanguageSwitch() {
  const spoken = useLanguage();
  const other = spoken === "zh" ? "en" : "zh";
  return (
    <Button type="text" lang={other} onClick={() => setLanguage(other)}>
      {other === "zh" ? "中文" : "English"}
    </Button>
  );
}
