// Written by `npm run api` from web/openapi.json, the contract of the server.
export type paths = Record<string, never>;
export interface components {
  schemas: Record<string, never>;
}
