/** Its resource kinds, by name: none, for a region has one detector at most. */
export const guardDutyKinds = {} as const;
