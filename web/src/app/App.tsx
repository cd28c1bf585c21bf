import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { App as Notices, ConfigProvider } from "antd";
import { useEffect } from "react";
import { signedOut } from "../api/client";
import { live } from "../api/live";
import { useLanguage } from "../i18n";
import { antdWords } from "./antdWords";
import { queries } from "./queries";
import { router } from "./routes";
import { useTheme } from "./theme";

export function App() {
  const spoken = useLanguage();
  const look = useTheme();

  // The server speaks the reader's language too, so what it said before is in the wrong one.
  useEffect(() => {
    void queries.invalidateQueries();
  }, [spoken]);

  useEffect(() => live.onReset(() => void queries.invalidateQueries()), []);

  useEffect(() => {
    const leave = () => {
      const { pathname, href } = router.state.location;
      if (pathname === "/sign-in") return;
      live.stop();
      queries.clear();
      void router.navigate({ to: "/sign-in", search: { to: href } });
    };
    signedOut.addEventListener("signed-out", leave);
    return () => signedOut.removeEventListener("signed-out", leave);
  }, []);

  return (
    <ConfigProvider theme={look} locale={antdWords(spoken)} button={{ autoInsertSpace: false }}>
      <Notices notification={{ placement: "bottomRight", maxCount: 3 }}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </Notices>
    </ConfigProvider>
  );
}
