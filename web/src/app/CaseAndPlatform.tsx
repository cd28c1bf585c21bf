import { CasePage } from "../features/cases/CasePage";
import { PlatformPanel } from "../features/platforms/PlatformPanel";

/** The case, with its other side when it lives at a shop platform. */
export function CaseAndPlatform() {
  return <CasePage more={(item) => item.atPlatform && <PlatformPanel id={item.id} shop={item.shop} />} />;
}
