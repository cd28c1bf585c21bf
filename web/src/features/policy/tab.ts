import type { PolicyDraft, PolicyShape } from "../../api/views";
import type { PolicyDocument } from "./document";

/** What every page of the editor gets. */
export interface TabProps {
  shape: PolicyShape;
  document: PolicyDocument;
  edit: (next: PolicyDocument) => void;
  wrong: PolicyDraft["wrong"];
  mayWrite: boolean;
}
