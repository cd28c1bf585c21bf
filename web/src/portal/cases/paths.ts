export const CASES = "/api/v1/portal/cases";
export const casePath = (id: string) => `${CASES}/${id}`;
