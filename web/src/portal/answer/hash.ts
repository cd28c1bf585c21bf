/** What a link carries behind its #: it is not sent to any server and stands in no log. */
export function hashOf(name: string): string | null {
  return new URLSearchParams(window.location.hash.slice(1)).get(name);
}
