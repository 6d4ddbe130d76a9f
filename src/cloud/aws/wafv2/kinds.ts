/** Its resource kinds, by name; spread into the catalogue. */
export const wafV2Kinds = {} as const;
