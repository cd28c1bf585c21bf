/** Back to where one was, but never to another site. */
export function inThisHouse(to: string | undefined): string | undefined {
  return to !== undefined && /^\/(?!\/|\\)/.test(to) ? to : undefined;
}
