/** What the address of the sign-in page may say: where to go afterwards, and why one is here. */
export interface SignInSearch {
  to?: string;
  oidc?: "refused" | "unknown";
}

export function readSignIn(search: Record<string, unknown>): SignInSearch {
  return {
    ...(typeof search.to === "string" ? { to: search.to } : {}),
    ...(search.oidc === "refused" || search.oidc === "unknown" ? { oidc: search.oidc } : {}),
  };
}
